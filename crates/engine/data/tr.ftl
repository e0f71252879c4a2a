# What the engine tells whoever asked, beside rules and labels. One key on a line; KEY-advice
# says what to do about KEY. Words between ` and ` are typed as they are.

## Who and what is meant

unknown-rule = bu sürümün bilmediği bir kural
unknown-rule-advice = her iki kuruluş da güncel bir sürüm kullanmalı
referral-no-id = bu, bir yönlendirmenin kimlik kodu değil
referral-no-id-advice = kimlik kodunu veya en azından ilk dört hanesini yazın (`ihala list`)
referral-several = birden fazla yönlendirme böyle başlıyor
referral-several-advice = daha fazla hane yazın (`ihala list`)
referral-unknown = bu kimlik kodunu taşıyan bir yönlendirme yok
referral-unknown-advice = `ihala list` çıktısına bakın
consent-no-id = bu, bir rızanın kimlik kodu değil
consent-no-id-advice = kimlik kodunu veya en azından ilk dört hanesini yazın (`ihala consent list`)
consent-several = birden fazla rıza böyle başlıyor
consent-several-advice = daha fazla hane yazın (`ihala consent list`)
consent-unknown = bu kimlik kodunu taşıyan bir rıza yok
consent-unknown-advice = kimlik kodunu `ihala consent record` gösterir, tümünü `ihala consent list` listeler
agency-several = birden fazla kuruluş bu ada uyuyor
agency-several-advice = kimlik kodunun daha fazla hanesini yazın (`ihala trust list`)
agency-unknown = güvenilen kuruluşların hiçbiri bu adı veya kimlik kodunu taşımıyor
agency-unknown-advice = `ihala trust list` çıktısına bakın; kuruluş eklemek için `ihala trust add CARD` kullanın
isp-several = birden fazla protokol uyuyor
isp-several-advice = kimlik kodunun daha fazla hanesini yazın (`ihala isp list`)
isp-unknown = bu kimlik kodunu taşıyan bir protokol yok
isp-unknown-advice = `ihala isp list` çıktısına bakın; protokol eklemek için `ihala isp draft` veya `ihala isp import` kullanın
no-page = `after` bir sayfayı göstermiyor
no-page-advice = önceki sayfanın `next` değerini kullanın
any-agency = herhangi bir kuruluş (konu: { $class })
any-party = herhangi bir taraf
it-is = şu anki durumu: { $state }

## Forms

form-mistakes = formda hatalar var
form-mistakes-advice = hataları düzeltip yeniden deneyin; `ihala form check FILE` yeniden denetler
nominate-on-paper = bu alıcının düğümü yok: ona hiçbir şey gönderilemez
nominate-on-paper-advice = telefonla veya mektupla bildirin; düğümü olan bir koordinasyon kuruluna `ihala nominate` ile bildirilebilir
form-about-service = bu form bir hizmetle ilgili, yönlendirme değil
form-about-service-advice = `ihala nominate FORM --to AGENCY`
form-about-person = bu form bir kişiyle ilgili, yönlendirme olarak gider
form-about-person-advice = `ihala refer FORM --to AGENCY`
isp-mistakes = protokolde hatalar var
isp-mistakes-advice = hataları düzeltip yeniden deneyin
consent-mistakes = rıza kaydında hatalar var
consent-mistakes-advice = hataları düzeltip yeniden deneyin

## Referring

refer-to-whom = bir yönlendirme bir veya daha fazla kuruluşa gider
refer-to-whom-advice = `--to` ile 1 ila { $max } kuruluş belirtin
refer-twice = bir kuruluş iki kez belirtilmiş
refer-twice-advice = her kuruluşu bir kez belirtin
onward-not-ours = yalnızca bize gelenler başka bir kuruluşa yönlendirilir
onward-accept-first = şu anki durumu: { $status }; başka bir kuruluşa yönlendirmeden önce kabul edin
onward-too-often = çok fazla kez aktarılmış
no-reason = bu, listedeki nedenlerden biri değil
no-reason-advice = şunlardan birini belirtin: { $names }
handed-on-again = bu, { $count }. aktarma: kişi bir kuruluştan ötekine tekrar tekrar gönderiliyor; devam etmeden önce telefonla arayın
been-there-before = bu talep daha önce de alıcı kuruluştaydı; belirtilen neden: { $reason }
care-window = bazı yardımlar yalnızca olaydan sonraki 72 saat içinde işe yarar (son zaman: { $time }) ve alıcı kuruluş bu zamanı ancak kabul ettikten sonra öğrenebilir: kuruluşu telefonla arayın veya çok acil olarak yönlendirin
waits-for-account = bu kuruluş, düğümün geri yüklendiği yedekten sonra olanları bildirene kadar bekler: `ihala recovery`
emergency-way = bu çok acil bir durum: kuruluşu hemen telefonla arayın; aciliyeti, neye ihtiyaç olduğunu, bölgeyi ve yaş aralığını söyleyin, hiçbir ad söylemeyin
emergency-way-to = bu çok acil bir durum; hemen telefonla arayın: { $whom }; aciliyeti, neye ihtiyaç olduğunu, bölgeyi ve yaş aralığını söyleyin, hiçbir ad söylemeyin
emergency-phone = çok acil: { $agency } kuruluşunu hemen telefonla arayın ({ $number }); aciliyeti, vaka türünü ve bölgeyi söyleyin, ama hiçbir ad söylemeyin; ardından `ihala called`
emergency-phone-unknown = çok acil: { $agency } kuruluşunu hemen telefonla arayın (numarası protokolde yok); aciliyeti, vaka türünü ve bölgeyi söyleyin, ama hiçbir ad söylemeyin; ardından `ihala called`
emergency-not-taken = bu çok acil yönlendirme üstlenilmedi: hemen başka bir alıcı kuruluşu telefonla arayın; aciliyeti, neye ihtiyaç olduğunu, bölgeyi ve yaş aralığını söyleyin, hiçbir ad söylemeyin
emergency-not-taken-others = bu çok acil yönlendirme üstlenilmedi; hemen şunlardan birini telefonla arayın: { $others }; aciliyeti, neye ihtiyaç olduğunu, bölgeyi ve yaş aralığını söyleyin, hiçbir ad söylemeyin

## What to know before acting on a referral

do-not-contact = kişiyle iletişim KURMAYIN: her şeyi, yönlendirmeyi yapan vaka çalışanı aracılığıyla yürütün
first-stage-alone = bu talebin yalnızca gitmiş olan kısmı burada biliniyor: gerisi geri yüklemeden önce diskle birlikte kayboldu ve gelmeyecek. Kişiye yeniden sorun, yeniden yönlendirin ve bunu kuruma haber vererek iptal edin
safe-contact = kişiyle yalnızca onun belirttiği yolla ve belirttiği saatlerde iletişim kurarsınız, asla bir akraba aracılığıyla iletişim kurmazsınız, kimin dinlediğini bilmiyorsanız kimin adına aradığınızı asla söylemezsiniz ve kişinin istediği cinsiyetten bir tercümanla çalışırsınız
identity-after-accept = kişinin kim olduğu siz kabul ettikten sonra bildirilir; kabul etmek şu demektir: { $safe_contact }
identity-not-yet = kişinin kim olduğu henüz bildirilmedi: gönderenin düğümüne ulaşılır ulaşılmaz, rıza ve protokol hâlâ izin veriyorsa bildirilir; şunu üstlendiniz: { $safe_contact }
identity-came = şunu üstlendiniz: { $safe_contact }
in-error-still-there = { $agency } kuruluşunda kendisine gönderilenler hâlâ duruyor: `ihala consent withdraw { $referral } --from { $id } --erase` bunları yok ettirir
ask-the-person = verileri elinde bulunduran birine rızanın geri çekildiği söylendi: kişiye sorun; rızasını geri çekiyorsa `ihala consent withdraw { $referral } --stop` veya `--erase`, hâlâ kabul ediyorsa `ihala consent renew { $consent } --until DATE --method HOW --person-was-asked` komutunu çalıştırın; bu yönlendirme durdurulmuş olarak kalır ve kişinin rızasını geri çektiği kuruluşta bu rızaya dayanarak artık hiçbir şey alınmaz: o kuruluş için yeni bir rıza kaydedin
never-left = hiç yola çıkmadı: diğer kuruluş bundan habersiz ve yapılacak bir şey kalmadı
nothing-more-shared = rıza geri çekildi: iki yönde de artık hiçbir şey paylaşılmaz
knows-destroyed = burada yok edildi
knows-stored = burada saklanıyor
knows-reported-destroyed = bildirildi: kendisine söylenenleri yok etti
knows-paper-to-destroy = kendisine söylenenleri yok etmesi gerekiyor: telefonla arayın ve yanıtını bildirin
knows-says-destroyed = bunları yok ettiğini söylüyor
knows-keeps = yasal bir dayanakla saklıyor
knows-ordered = yok etme talimatı verildi, henüz yanıt vermedi
knows-confirmed = kuruluşun düğümü aldığını doğruladı
knows-refused = kuruluşun düğümü bunları reddetti ve hiçbir şey saklamıyor
knows-paper = düğümü yok: kendisine söylenebilecekler bunlar
knows-waits = henüz değil: burada bekliyor
knows-sent = bunları gönderen kuruluş
knows-further-destroyed = onlar aracılığıyla almıştı; onların bildirdiğine göre yok etti
knows-further-keeps = onlar aracılığıyla aldı; onların bildirdiğine göre yasal bir dayanakla saklıyor
knows-further = onlar aracılığıyla aldı

## Steps of a referral

step-refused-there = diğer düğüm yönlendirmeyi reddetti, bu nedenle birlikte yapılacak bir şey yok
step-reported = yalnızca düğümü olmayan bir alıcı kuruluşun adımları bildirilerek kaydedilir; o kuruluşun her adımı böyle kaydedilir
step-reported-advice = `ihala report ID STEP --said-by NAME --how WAY`
step-by-node = bu adımı düğümün kendisi atar
step-by-node-advice = neler yapabileceğinizi `ihala show ID` gösterir
step-accept-note = güvenli iletişim yükümlülükleriyle yapılan bir kabule not eklenemez
step-accept-note-advice = önce kabul edin; not daha sonraki bir adımla gider
step-asks-nothing = bir soruda bir şey istenmelidir
step-asks-nothing-advice = `--field` ile alanları belirtin veya neye ihtiyacınız olduğunu `--note` ile yazın
step-note = not çok uzun veya kontrol karakterleri içeriyor
step-note-advice = en fazla { $max } karakter yazın
step-appointment = randevu zamanı: { $time }
step-appointment-when = randevu bugün veya daha sonra, en geç beş yıl içinde olmalı
step-appointment-when-advice = UTC ile saat farkını da yazın, örneğin `--at 2026-01-31T14:00:00+03:00`
step-until-when = bunun ne zamana kadar geçerli olduğu belirtilmeli
step-until-when-advice = UTC ile saat farkını da yazın, örneğin `--at 2026-01-31T14:00:00+03:00`
step-nothing-waits = kabulü bekleyen bir şey yok veya yükümlülükleriyle birlikte kabul edilmedi
step-no-time = bu adımda zaman belirtilmez
step-no-time-advice = bunu çıkarın
step-no-fields = bu adımda alan belirtilmez
step-no-fields-advice = bunları çıkarın
step-no-agency = bu adımda kuruluş belirtilmez
step-no-agency-advice = bunu çıkarın
step-no-form = bu adımda form verilmez
step-no-form-advice = bunu çıkarın
step-no-safe-contact = bu adımda yükümlülük onayı verilmez
step-no-safe-contact-advice = bunu çıkarın
step-nothing-more = şu anki durumu: { $status }; artık yapılabilecek bir şey yok
step-possible = şu anki durumu: { $status }; şimdi yapılabilecekler: { $steps }
step-no-such-code = bu, { $list } listesindeki kodlardan biri değil
step-no-such-code-advice = şunlardan birini belirtin: { $names }
step-needs-code = bu adım için `{ $list }` listesinden bir kod gerekiyor
step-needs-code-advice = şunlardan birini belirtin: { $names }
step-takes-no-code = bu adımda neden veya sonuç belirtilmez
answer-may-not = `{ $path }` bildirilemez: { $why } ({ $rule })
answer-may-not-advice = bunu içeren bir form verin (`--form`) veya neden bildirilmediğini belirtin: `--cannot` { $names }
answer-nothing = formda, istenenlerle ilgili başka bir şey yok
answer-nothing-advice = bunu içeren bir form verin (`--form`) veya neden bildirilmediğini belirtin: `--cannot` { $names }
answer-other-form = bu form yönlendirmenin formundan farklı
answer-other-form-advice = forma `form = "{ $form }"` satırıyla başlayın
step-takes-no-code-advice = çıkarın
step-time-not-told = bu nedenle hiçbir şey kaydedilmedi: protokol veya onam randevu zamanının bildirilmesine izin vermiyor
step-time-not-told-advice = zamanı telefonla kararlaştırın; bunun için protokolde ve onamda `feedback.appointment` bulunmalıdır
step-note-not-told = bu nedenle hiçbir şey kaydedilmedi: protokol veya onam not iletilmesine izin vermiyor
step-note-not-told-advice = adımı `--note` olmadan atın ve notu telefonla iletin
leak = `{ $path }`, { $at }. karakterde, şunu söylüyor: `{ $tells }`
ask-no-field = böyle bir alan ya da grup yok: { $field }
ask-no-field-advice = formdaki alanlardan birini belirtin, örneğin `person.phone` veya `safety`
called-with = kiminle konuştuğunuzu ve ne söylendiğini tek satırda belirtin
called-with-advice = sırasıyla en fazla { $with } ve { $said } karakter yazın
called-too-often = bu yönlendirmeye artık başka telefon görüşmesi kaydedilemez

## Receivers without a node

paper-name = bir alıcı kuruluşun bir adı ve bir telefon numarası olur, her biri tek satır
paper-name-advice = ad için en fazla { $max } yazdırılabilir karakter kullanın
paper-name-taken = başka bir kuruluş zaten bu adı taşıyor
paper-name-taken-advice = ikisini birbirinden ayıran bir ad seçin
paper-has-node = bu tarafın bir düğümü var: kendisi imzalar
paper-has-node-advice = protokolü ona gönderin: `ihala isp sign`
paper-say-who = kimin imzaladığını, ne zaman imzaladığını ve kâğıdın nerede saklandığını tek satırda belirtin
paper-say-who-advice = örneğin: `--paper "Dr Aydin, 2026-11-02, cabinet 3"`
report-how = bu, listedeki bildirme yollarından biri değil
report-how-advice = şunlardan birini belirtin: { $names }
report-when = ne zaman söylendiği, UTC ile saat farkıyla birlikte yazılmalı
report-when-advice = şöyle yazın: `2026-01-31T14:00:00+03:00`
report-when-impossible = yönlendirme yapılmadan önce söylenmiş olamaz, gelecekteki bir zamanda da söylenmiş olamaz
report-when-impossible-advice = `--when` değerini düzeltin; bu değer verilmezse bu bildirimin zamanı kullanılır
report-said-by = bunu bize kimin söylediğini tek satırda belirtin
report-said-by-advice = kişinin adını yazın

## Trust and protocols

petname = bir kuruluşa verilen ad 1 ila { $max } yazdırılabilir karakterden oluşur
petname-advice = `--name` ile bir ad seçin
petname-taken = güvenilen başka bir kuruluş zaten bu adı taşıyor
petname-taken-advice = `--name` ile bir ad seçin
trust-undisputed = bu kuruluşun kartları hakkında karara bağlanacak bir şey yok
trust-undisputed-advice = kartlarının iki geçmişi olan kuruluşları `ihala status` gösterir
trust-mistakes = güven listesinde yanlışlar var
trust-mistakes-advice = belirtilen satırları düzeltin
trust-file-differs = `trust.toml` düzenlenmiş ve şimdiki haliyle yürürlükte değil
trust-file-differs-advice = önce ona bakın: `ihala trust check`, sonra `ihala trust reload`
trust-by-hand = güven listesi, bir komutun düzenleyemeyeceği biçimde yazılmış
trust-by-hand-advice = `trust.toml` dosyasını düzenleyin, sonra `ihala trust reload`
trust-case-type = böyle bir vaka türü yok
trust-case-type-advice = vaka türleri: { $names }
network-not-followed = izlenen ağların hiçbiri bu adı veya kimlik kodunu taşımıyor
network-not-followed-advice = `ihala roster list` çıktısına bakın; bir ağı izlemek için `ihala roster follow FILE`
network-not-known = bu ağdan henüz hiçbir şey gelmedi
network-not-known-advice = `ihala roster take FILE` ile bir dosya alın ya da onu izleyen bir düğümü bekleyin
doctor-unknown = bu kuruluş güven listesinde değil
doctor-unknown-advice = kart dosyalarını değiş tokuş edin, parmak izlerini telefonda karşılaştırın: `ihala trust add CARD`
doctor-no-card = kuruluş güven listesinde ama kartı gelmedi
doctor-no-card-advice = kart dosyasını isteyin: `ihala trust add CARD`. Aynı ağı izleyen bir düğüm de getirir
doctor-disputed = bu kuruluşun kartlarının iki geçmişi var: biri onun yerine geçiyor olabilir
doctor-disputed-advice = çalışanlarıyla yüz yüze görüşün; sonra `ihala trust settle CARD`
doctor-disputed-there = ona kartlarımızın iki ayrı geçmişi gösterilmiş; oradakiler karar verene kadar bizden hiçbir şey almıyor: kurtarma dosyamız birinin elinde ya da elindeydi
doctor-disputed-there-advice = kart dosyamızı oradakilere götürün (`ihala card export FILE`): `ihala trust settle FILE` ile karar verirler
doctor-disputed-own = biri kurtarma dosyamızla bu kuruluşun başka bir sonraki kartını yapmış ve başkalarına gösteriyor
doctor-disputed-own-advice = kart dosyamızı her ortak kuruluşun çalışanlarına götürün (`ihala card export FILE`): `ihala trust settle FILE` ile karar verirler. Sonra kartı değiştirin (`ihala card rotate`) ve bu uyarıyı burada aynı komutla kapatın
doctor-suspended = { $network } ağı bu kuruluşu askıya almış ya da kuruluş ayrılmış
doctor-suspended-advice = ağın çekirdek grubunu arayın; açık olanlar sonlandırılabilir
doctor-roster-ended = { $network } ağının üye listesinin süresi iki haftadan önce dolmuş, yeni başvuru gitmiyor
doctor-roster-ended-advice = çekirdek gruptan yenisini isteyin: `ihala roster take FILE`
doctor-no-address = adres bildirmiyor ve bize bağlanmadı
doctor-no-address-advice = yöneticisinden düğümü başlatmasını ya da bir adres bildirmesini isteyin: `ihala serve --announce`
doctor-unreachable = { $addresses } adresinde yanıt veren yok
doctor-unreachable-advice = yöneticisini arayın: düğüm çalışıyor mu, bağlantı noktası açık mı, adres doğru mu? Bizimki kendiliğinden yeniden dener
doctor-wrong-node = { $addresses } adresinde başka anahtarlı başka bir düğüm yanıt veriyor: biri kuruluşun yerine geçiyor olabilir
doctor-wrong-node-advice = başka yoldan bir şey göndermeyin; yöneticisini arayın. Düğümü yeni kurulduysa yeni kart dosyasını alın: `ihala trust add CARD`
doctor-turned-away = düğümü yanıt verip bağlantıyı kesiyor: bizi içeri almıyor
doctor-turned-away-advice = yöneticisini arayın: şimdiki kartımızla güven listesinde miyiz? Kart dosyamızı gönderin: `ihala card export FILE`
doctor-version = düğümü bizim protokol sürümümüzü konuşmuyor
doctor-version-advice = yöneticisini arayın: ikisi de güncel bir sürüm kullanmalı
doctor-we-are-replaced = bizim kartımızın yerini başka bir kartın aldığını söylüyor
doctor-we-are-replaced-advice = bu kuruluş başka yerde geri yüklendiyse bu düğümü tümüyle durdurun; değilse kurtarma anahtarımız başkasında: ortaklarınızı hemen arayın
doctor-behind = bu kurum bir yedekten geri yüklendi ve o, yedekten sonra olanları henüz bildirmedi
doctor-behind-advice = yapılacak bir şey yok: ulaşılabildiği anda bildirir. Hiç geri gelmeyecekse: `ihala recovery leave-out`
doctor-recovering-there = bir yedekten geri yüklendi ve yedekten sonra aramızda ne olduğunu henüz bilmiyor
doctor-recovering-there-advice = yapılacak bir şey yok: düğümümüz ona bildirir, gidecek olan da o zaman gider
doctor-suspended-there = onun ağı bizi askıya almış ya da ayrılmış sayıyor
doctor-suspended-there-advice = ağın çekirdek grubunu arayın
doctor-not-trusted-there = onun güven listesinde değiliz
doctor-not-trusted-there-advice = yöneticisini arayın ve kart dosyamızı gönderin: `ihala card export FILE`
doctor-unknown-there = şimdiki kartımızı bilmiyor
doctor-unknown-there-advice = düğümümüz ona bildirir. Böyle kalırsa kart dosyamızı gönderin: `ihala card export FILE`. Bu kuruluş iki kez geri yüklendiyse ya da başka yerde de kart aldıysa, ikisinden yalnızca biri sürebilir
doctor-own-list = kendi güven listemiz ona hiçbir talep göndermiyor
doctor-own-list-advice = artık böyle istenmiyorsa: `ihala trust set AGENCY --send true`
doctor-we-are-ahead = mesajlarımızın gelecekten geldiğini söylüyor: iki saatten biri yanlış
doctor-we-are-ahead-advice = saati telefonda karşılaştırın, yanlış olanı düzeltin
doctor-they-are-ahead = mesajları gelecekten geliyor: iki saatten biri yanlış (bizimki: { $time })
doctor-they-are-ahead-advice = saati telefonda karşılaştırın, yanlış olanı düzeltin
doctor-no-reply = geri gelen, onun anahtarıyla imzalı değil: biri kuruluşun yerine geçiyor olabilir
doctor-no-reply-advice = yöneticisini arayın; anahtarı değiştiyse yeni kart dosyasını alın: `ihala trust add CARD`
doctor-refused = gönderdiğimizi almıyor: { $rule }, { $sentence }
doctor-refused-advice = onunla bir yönlendirmenin `ihala show ID` çıktısı daha fazlasını söyler
doctor-old-card = değiştirdiği bir kart adına mesajlar geliyor: eski anahtarını elinde tutan birinden ya da düğümünün bir kopyasından
doctor-old-card-advice = yöneticisini arayın; bu mesajlar alınmıyor
doctor-skew-ahead = saati bizimkinden { $minutes } dakika ileri (bizimki: { $time })
doctor-skew-ahead-advice = saati telefonda karşılaştırın, yanlış olanı düzeltin
doctor-skew-behind = saati bizimkinden { $minutes } dakika geri (bizimki: { $time })
doctor-skew-behind-advice = saati telefonda karşılaştırın, yanlış olanı düzeltin
doctor-keys-ended = alma anahtarlarının süresi { $day } günü dolmuş: gidecekler, o bağlantı kurana dek bekler
doctor-keys-ended-advice = düğümü geri gelirse yapılacak bir şey yok; gelmezse yeni kart dosyası isteyin: `ihala trust add CARD`
doctor-keys-early = alma anahtarları gelecek bir zaman için: iki saatten biri yanlış (bizimki: { $time })
doctor-keys-early-advice = saati telefonda karşılaştırın ve yanlış olanı düzeltin
doctor-no-isp = iki tarafın da imzaladığı bilgi paylaşım protokolü yok
doctor-no-isp-advice = bir protokolde anlaşın: `ihala isp new FILE --with NAME`
doctor-isp-ended = yürürlükte protokol yok: ikinizin imzaladıklarının süresi dolmuş ya da bir taraf sonlandırmış
doctor-isp-ended-advice = `ihala isp list`; yeni bir sürümde anlaşın
doctor-consent = açık yönlendirmeler için onam artık geçerli değil: { $ids }
doctor-consent-advice = kişiyle konuşun: `ihala consent draft FORM --to AGENCY`
doctor-queued = onu bekleyen mesajlar: { $count }
doctor-queued-advice = yukarıdakiler düzelince kendiliğinden gider
doctor-under-way = her şey yolunda; ona giden mesajlar: { $count }
doctor-under-way-advice = yapılacak bir şey yok
doctor-fine = her şey yolunda
doctor-fine-advice = yapılacak bir şey yok
doctor-keys-kept = şimdiye dek yok edilmesi gereken, ama iki düğüm saati doğrulamadığı için tutulan alma anahtarları: { $count }
doctor-keys-kept-advice = bu düğümün saati doğru mu? Öyleyse: `ihala clock confirm`
doctor-unprotected = bu düğümün anahtarları parolayla mühürlenmemiş: diskini ele geçiren her şeye sahip olur
doctor-unprotected-advice = onları mühürleyin: `ihala passphrase`
doctor-copies-on-write = bu düğümün diski, üzerine yazılanı başka bir yere yazıyor: silinmiş olan orada bulunabilir
doctor-copies-on-write-advice = ana klasörü ext4 veya XFS üzerine, anlık görüntüsü olmayan, şifreli bir diske taşıyın
isp-not-we = kendi kuruluşumuz
isp-signed = bu protokolü zaten imzaladık
isp-signed-advice = askıya alın veya sona erdirin: `ihala isp suspend`, `ihala isp terminate`
isp-later-version = daha sonraki bir sürüm buna dayanıyor
isp-later-version-advice = önce onu silin veya ikisini de tutun
clause-in-one-stage = { $label }: gönderebilen: { $from }; alabilen: { $to }; vaka türleri: { $case_types }; tek aşamada gidebilecekler: { $fields }
clause-in-two-stages = { $label }: gönderebilen: { $from }; alabilen: { $to }; vaka türleri: { $case_types }; iki aşamada gidebilecekler: { $fields }

## Consent

given-how = { $who }; { $how }
consent-own = `{ $field }` bu özet değerine ait ek alan değil
consent-own-advice = `ihala consent draft` komutunun yazdığı adları ve özet değerlerini kullanın
consent-date = `date` gelecekteki bir tarih
consent-date-advice = kişinin yanıt verdiği günü yazın
consent-until = son gün, gelecekte ve en geç on yıl içinde bir tarih olmalı
consent-until-advice = şöyle yazın: `2027-01-31`
consent-ask-person = başka bir kuruluşa bu rızanın geri çekildiği söylendi
consent-ask-person-advice = kişiye sorun; hâlâ kabul ediyorsa `--person-was-asked` ekleyin
consent-say-why = nedenini tek satırda belirtin
consent-say-why-advice = bu, kayıtla birlikte saklanır
consent-destroyed = kaydı yok edildi
paper-can-harm = bu vakayla ilgili bir kâğıt kişiye zarar verebilir
paper-can-harm-advice = küçük kâğıdı verin (`ihala consent slip`); kişi rıza belgesini istiyorsa ve bu güvenliyse `--paper-is-safe` ekleyin
renew-how = kişinin nasıl yeniden evet dediğini belirtin
renew-how-advice = şunlardan birini belirtin: { $names }
renew-name = ad tek satır olmalı
renew-name-advice = en fazla { $max } karakter yazın
renew-witness = sözlü rıza için bir tanık gerekir
renew-witness-advice = adını `--witness` ile belirtin
renew-language = metnin hangi dilde okunduğunu belirtin
renew-language-advice = örneğin `--language ar`
draft-head = Metni kişiye okuduktan sonra boş olan yerleri doldurun.
draft-answer = `given` veya `refused` (ya da `requested`, `deferred`, `unknown`)
draft-basis = { $names }: `consent` dışındakilerin tümü için `reason =` ve `authorised_by =` gerekir
draft-given-by = { $names }: ilki dışındakiler için `guardian =`, `guardian_relationship =`, `assent =` gerekir
draft-not-asked = tek başına yanıt veren bir çocuk için: { $names }
draft-method = kişinin nasıl yanıt verdiği: { $names }
draft-language = metnin okunduğu dil
draft-interpreter = adı, tercüman bulunduysa
draft-witness = adı; rıza sözlü verildiyse gerekir
draft-onward = `true`: kişiyi, kendilerine bildirilenlerle birlikte başka bir kuruluşa yönlendirebilirler
draft-paper = `true`: kişi rıza belgesini değil, küçük kâğıdı alır
draft-recipient = Alıcı ya tek bir kuruluştur ya da bir sınıftır: bir protokolün böyle bir vakanın gitmesine izin verdiği herhangi bir kuruluş; bunun için `agency =` yerine `class = "legal"` yazılır (medical, legal, material, protection).

## Withdrawing, and keeping on a legal basis

withdraw-nothing = burada bu rızaya dayanan bir şey yok
withdraw-nothing-advice = `ihala consent list` ve `ihala list` çıktılarına bakın
withdraw-not-there = bu rızaya dayanarak buradan { $agency } kuruluşuna hiçbir şey gitmedi
withdraw-not-there-advice = bilgilerin gönderildiği kuruluşu belirtin; daha sonraki kuruluşlara o kuruluş bildirir
withdraw-before = daha önce geri çekilmişti; durdurulacak veya yok edilecek bir şey kalmadı
withdraw-unknown = bu kimlik kodunu taşıyan bir rıza veya yönlendirme yok
withdraw-unknown-advice = `ihala list` çıktısına bakın; rızayı `ihala show ID` gösterir
retain-basis = bu, listedeki yasal dayanaklardan biri değil
retain-basis-advice = şunlardan birini belirtin: { $names }
retain-until = son gün, gelecekte ve en geç yüz yıl içinde bir tarih olmalı
retain-until-advice = şöyle yazın: `2027-01-31`
retain-too-late = yasal dayanak, verilerin alındığı yerde ve bunları yok etme talimatından önce belirlenir
retain-none = yasal bir dayanakla saklanmıyor
here-stopped = rıza geri çekilmiş olarak işaretlenir ve verilmiş olduğunun kanıtı olarak saklanır
here-erased = rıza geri çekilir ve kaydı yok edilir
here-not-named = rızada artık bu kuruluşun adı yer almaz
here-kept = aldıklarımızdan yasal dayanağı belirlenmiş olanlar, bu dayanak sona erene kadar saklanır
here-received = aldıklarımız yok edilir
here-copies = gönderilenlerin bizdeki kopyaları yok edilir
here-own-consent = kendi aldığımız bir rızaya dayanarak başka yere ilettiklerimiz bunun dışındadır: kişinin isteği buysa o rızayı da geri çekin (`ihala consent list`)
here-own-files = bir kuruluşun kendi verdiği hizmetle ilgili kendi dosyalarına yazdıkları kendisinde kalır
here-backups = bu düğümün yedekleri bunu { $day } tarihine kadar içerebilir: mühürlüdürler ve onlardan bir şey alınmaz
order-not-left = henüz yola çıkmadı ve çıkmayacak
order-phone = düğümü yok: telefonla arayın
order-phone-report = düğümü yok: telefonla arayın ve yanıtını bildirin (`ihala report ID erased`)
order-untrusted = güven listesinde yok: talimat, kuruluş listeye girene kadar bekler
order-upward = verileri bu kuruluş göndermişti, talimatı da bu kuruluş iletir: rızayı elinde bulunduran kuruluş kişiye sorar, ardından yok etme talimatını verir
order-elsewhere = ayrıca kendi aldığı bir rızaya dayanarak bir şeyi başka yere iletti; o rıza, orada geri çekilene kadar geçerlidir

recovery-none = bu kurum bir yedekten geri yüklenmedi
recovery-not-awaited = { $agency } beklenmiyor: yedekten sonra olanları bildirdi ya da bildirecek bir şeyi yok

backup-days = bir yedek 1 ile { $max } gün arasında saklanır: sonra geri yüklenmez
backup-no-key = bu klasör yedeklerin neyle mühürleneceğini henüz bilmiyor: kartı bir kez yenileyin (`ihala card rotate`), sonra yedeği alın
backup-given-up = bu yedek sürdürülmüyor: başka biri başlatıldı ya da bir dakika boyunca devamı istenmedi; yeniden başlayın

node-superseded = bu düğümün yerine başkası geçti: kurum başka yerde geri yüklendi ya da kartı yenilendi; buradan artık bir şey gitmez, bu yüzden bir şey kaydedilmez: öteki düğümde çalışın

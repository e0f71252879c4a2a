# What the command line says. One key on a line; KEY-advice says what to do about KEY.

fill-start = Bir soruyu atlamak veya yanıtını korumak için Enter tuşuna basın; yanıtı silmek için -, yardım için ?, geri dönmek için <, durmak için . yazın. Uzun bir metin boş bir satırla biter.
fill-needed = Bu form için burada bir yanıt gerekiyor.
fill-yes-or-no = Evet ya da hayır
fill-not-fit = Bu, buraya uymuyor: { $why }
fill-written = { $file } dosyasına yazıldı. Denetlemek için: { $command }
check-good = Eksik bir şey yok.
check-good-own = Eksik bir şey yok. { $group } altındakilere, formun kime gideceği belli olunca bakılır.
error = hata
what-to-do = ne yapmalı

# Shared by list, show, refer and status
waiting-for-sender = gönderen bekleniyor
overdue = GECİKTİ: { $clock } (şu zamandan beri: { $since })
overdue-phone = telefonla arayın: { $phone }
overdue-supervisor = bir süpervizöre bildirin
problem = { $rule }: { $sentence }; { $advice }
agency-phone = { $agency } (telefon: { $phone })
orders-owing = YOK ETME TALİMATI VERİLDİ, şu kuruluşlardan yanıt gelmedi: { $agencies }
orders-ask-person = KİŞİYE SORUN: rızanın geri çekildiği haberi { $agency } aracılığıyla geldi ({ $at })
orders-both = { $owing }; { $ask }

# LIST
list-from = { $agency } kuruluşundan
list-to = { $agency } kuruluşuna
list-held-back = kişinin kim olduğu bilgisi bekletiliyor: { $rule } { $sentence }
list-refused = reddedildi: { $rule } { $sentence }
list-none = bu ölçütlere uyan bir yönlendirme yok
list-more = devamı: { $option }

# SHOW
show-from = { $agency } kuruluşundan gelen yönlendirme: { $id }
show-to = { $agency } kuruluşuna giden yönlendirme: { $id }
show-status = { $case }, { $urgency }: { $task } ({ $business })
show-status-waiting = { $case }, { $urgency }: { $task } ({ $business }), gönderen bekleniyor
show-status-plain = { $case }, { $urgency }: { $task }
show-held-back = kabul edildi, ama kişinin kim olduğu bilgisi bekletiliyor; şu engel ortadan kalkınca kendiliğinden gider: { $problem }
show-on-paper = düğümü yok: telefonla arayın ({ $phone }) ve ne dediğini bildirin
show-on-paper-no-number = düğümü yok: telefonla arayın ve ne dediğini bildirin
show-transfer = sorumluluk devri: sorumluluk kabulle birlikte geçer; şu anda sorumlu olan: { $agency }
show-hold = { $until } tarihine kadar saklanır, yok etme talimatı gelse de: { $basis }
show-continues = şu yönlendirmenin devamı: { $id }
show-continued-by = başka bir kuruluşa şu yönlendirmeyle gitti: { $id }
show-then = { $first }, sonra { $next }
show-handovers = aktaranlar: { $agencies }
show-erased = içeriği burada yok edildi: { $at }
show-call = telefon görüşmesi: { $at }, { $whom } ile
show-call-said = telefon görüşmesi: { $at }, { $whom } ile: { $said }
show-due = { $clock }: en geç { $by }
show-withheld = paylaşılmadı: { $field } ({ $rule })
show-history = geçmiş
show-note = "{ $note }"
show-keys-until = yolda ele geçirilmiş olan { $time } tarihine kadar açılabilir
show-backups-until = onu içerebilecek yedekler { $time } tarihinde sona erer
show-unsigned = bildirildi, imzalı değil
show-too-late = çok geç geldi: diğer taraf daha önce adım atmıştı
show-problem = { $rule }: { $sentence }
show-reported = bildiren: { $by }, { $how }, { $at }
show-settled = { $delivery } { $at }
show-orders = talimatlar
show-order-stop = paylaşımı durdurma talimatı verildi
show-order-unanswered = yok etme talimatı verildi: HENÜZ YANITLANMADI
show-order-answered = yok etme talimatı verildi: { $answer }
show-order-reported = yok etme talimatı verildi: { $answer } (bildirildi, imzalı değil)
show-order-told = yok etme talimatı verildi: { $answer }, { $agency } kuruluşunun bildirdiğine göre
show-order-reported-told = yok etme talimatı verildi: { $answer } (bildirildi, imzalı değil), { $agency } kuruluşunun bildirdiğine göre
show-order-kept = { $told } ({ $basis }), { $until } tarihine kadar
show-none-set = belirtilmemiş
show-order-copies = { $told }; ele geçirilmiş olabilecek kopyaların açılamaz hâle geleceği zaman: { $copies }; yedeklerin süresinin dolacağı zaman: { $backups }
show-who-knows = kim neyi biliyor
show-knows-fields = { $basis } (alan sayısı: { $count })
show-report-steps = yanıt verdiğinde `{ $command }`: { $steps }
show-next-steps = şimdi yapabilecekleriniz:

# REFER
refer-goes = gider: { $fields }
refer-later = ancak { $agency } kabul ettikten sonra gider: { $fields }
refer-warning = UYARI: { $warning }
refer-trial = { $agency } kuruluşuna şunlar giderdi (hiçbir şey gönderilmedi)
refer-delivered = { $id } yönlendirmesi { $agency } kuruluşuna teslim edildi: kuruluşun düğümü onu kaydetti
refer-refused = { $id } yönlendirmesini { $agency } kuruluşunun düğümü reddetti
refer-not-taken = { $agency } kuruluşuna gidecek { $id } yönlendirmesi imzalandı ve sıraya alındı; kuruluşun düğümü onu henüz almıyor
refer-queued = { $agency } kuruluşuna gidecek { $id } yönlendirmesi imzalandı ve sıraya alındı; kuruluşa ulaşılır ulaşılmaz gönderilir
refer-on-paper = { $agency } kuruluşuna yapılan { $id } yönlendirmesi kaydedildi; kuruluşun düğümü yok: telefonla arayın ({ $phone }), giden bilgileri söyleyin ve ne dediğini bildirin ({ $command })
refer-on-paper-no-number = { $agency } kuruluşuna yapılan { $id } yönlendirmesi kaydedildi; kuruluşun düğümü yok: telefonla arayın, giden bilgileri söyleyin ve ne dediğini bildirin ({ $command })
refer-withheld = gitmez: { $field } ({ $rule }: { $sentence })

# Steps (and refer --wait)
wait-identity = kişinin kim olduğu henüz bildirilmedi: gönderenin düğümüne ulaşılır ulaşılmaz, rıza ve protokol hâlâ izin veriyorsa bildirilir
wait-no-node = düğüme artık sorulamıyor; { $id } sıraya alındı, düğüm çalışınca gönderilir
wait-not-confirmed = { $seconds } saniye içinde alındığı doğrulanmadı: sırada kalır, kuruluşa ulaşılınca gönderilir

# RECEIVER
receiver-none = düğümü olmayan bir alıcı kuruluş bilinmiyor

# STATUS
status-agency-id = kuruluş kimlik kodu
status-fingerprint = parmak izi
status-address = adres
status-no-barrier = başlangıçtan beri hiçbir şey yazılmadı
status-leaves = yaprak sayısı: { $count }
status-barrier = son kalıcı yazma
status-audit = denetim
status-connected = bağlı
status-not-connected = bağlı değil
status-queued = sırada bekleyen: { $count }
status-witnessed = denetim ağacındaki yaprak sayısı: { $count }, uç { $head }, { $at }
status-overdue = geciken yönlendirmeler: { $count } ({ $command })
status-unanswered = yok etme talimatı verilen ve henüz yanıtlanmayan yönlendirmeler: { $count } ({ $command })
status-held-back = kabul edilen, ama kişinin kim olduğu bilgisi rızayı veya protokolü bekleyen yönlendirmeler: { $count } ({ $command })
status-ask-person = başka bir kuruluşun rızanın geri çekildiğini bildirdiği yönlendirmeler: { $count }; KİŞİYE SORUN ({ $command })
status-dropped = { $agency } kuruluşunun kabul edip sonra bıraktığı yönlendirmeler: { $count }
status-escalation = GECİKTİ, bildiren { $by }: { $late } şunu yapmadı: { $clock }; fark edildiği zaman: { $since }; { $case }, { $urgency }
status-not-taken = alınmadı, kaç kez: { $count }, sonuncusu { $last }, { $problem }
status-alarm = ALARM { $agency }, kaç kez: { $count }, sonuncusu { $last }, { $problem }

# NOMINATE
nominate-queued = { $agency } kuruluşu için sıraya alındı
nominate-none = destek için bildirilmiş bir hizmet henüz yok
nominate-way = { $by } kuruluşundan { $to } kuruluşuna

# the home folder and what every command starts from
home-unknown = veriler için bir ana klasör yok
home-unknown-advice = { $option } ile bir klasör belirtin
actor-name = { $option } için 1 ila { $max } yazdırılabilir karakterden oluşan bir ad gerekir
actor-name-advice = iş arkadaşlarınızın sizi tanıdığı adı yazın
cannot-start = başlatılamıyor: { $error }
input-too-long = { $file } { $max } bayttan uzun
input-too-long-advice = hiçbir form, kart veya protokol bu kadar uzun değildir: bu doğru dosya mı?
output-failed = standart çıktıya yazılamıyor: { $error }; işlem yine de yapıldı:
home-path-too-long = { $home } yolu bir soket için çok uzun
home-path-too-long-advice = yolu en fazla { $max } bayt olan bir klasör seçin
home-without-agency = { $home } klasöründe bir kuruluş yok
home-without-agency-advice = `{ $command }` ile bir kuruluş oluşturun veya klasörünü { $option } ile belirtin
home-cannot-look-at = { $home } klasörüne bakılamıyor: { $error }
home-cannot-look-at-advice = yolu, izinleri ve diskteki boş alanı denetleyin
home-of-another = { $home } başka bir kullanıcıya ait
home-of-another-advice = ihala programını klasörün sahibi olan kullanıcıyla çalıştırın veya { $option } ile kendi klasörünüzü belirtin
home-open-to-others = { $home } klasörüne başka kullanıcılar girebiliyor
home-open-to-others-advice = önce klasörü onlara kapatın: { $command }
home-taken = { $home } klasöründe zaten bir kuruluş var
home-taken-advice = onu olduğu gibi kullanın veya { $option } ile başka bir klasör belirtin
home-not-empty = { $home } boş bir klasör değil
home-not-empty-advice = { $option } ile başka bir klasör belirtin
home-cannot-create = { $home } oluşturulamıyor: { $error }
home-cannot-create-advice = yolu, izinleri ve diskteki boş alanı denetleyin
home-cannot-sync = { $home } diskle eşitlenemiyor: { $error }
home-cannot-sync-advice = yolu, izinleri ve diskteki boş alanı denetleyin
home-cannot-write = { $home } klasörüne yazılamıyor: { $error }
home-cannot-write-advice = yolu, izinleri ve diskteki boş alanı denetleyin
recovery-exists = { $file } kurtarma dosyası zaten var
recovery-exists-advice = onu başka bir yere taşıyın veya { $option } ile başka bir dosya belirtin: bir kuruluşun elindeki tek kopya olabilir

# init
init-name = bir ad 1 ila { $max } yazdırılabilir karakterden oluşur
init-name-advice = { $option } değerini düzeltin
init-not-an-address = `{ $address }`, { $example } gibi bir adres değil
init-not-an-address-advice = { $option } değerini düzeltin
init-done = { $agency } kuruluşunun artık bir ana klasörü var: { $home }
init-recovery = { $file } dosyasını şimdi başka bir yere taşıyın, örneğin kasadaki bir USB belleğe. Dosyada bir sonraki kimlik anahtarı bulunur: bu makine kaybolursa veya çalınırsa kuruluşunuzu bununla geri alabilirsiniz.
init-protected = Bu klasördeki anahtarlar parola ile mühürlendi: parola olmadan burada kimse bir şey okuyamaz, siz de okuyamazsınız. Parolayı öteki parolalarınızı sakladığınız yerde, bu makineden uzakta saklayın.
init-unprotected = Bu klasördeki anahtarların parolası yok. Diski okuyabilen herkes her şeyi okuyabilir: bu yalnızca deneme ve tanıtım içindir. `ihala passphrase` bir parola verir.
recovery-words = { $agency } kuruluşunun kurtarma dosyası (Ihala).
    Makine kaybolur veya çalınırsa ya da veriler yedekten geri yüklenirse
    kuruluş bu anahtarla { $card } numaralı kartını alır. Bu dosya kimdeyse kuruluşu ele geçirebilir.
    Düğümden uzakta, kâğıtta veya kasadaki bir USB bellekte saklayın; e-posta ile asla göndermeyin.
recovery-not-one = bu bir kurtarma dosyası değil ya da içindeki bir işaret yanlış
recovery-not-one-advice = `ihala init` komutunun veya son `ihala card rotate` komutunun yazdığı dosyayı belirtin; kâğıttan yazdıysanız öbek öbek karşılaştırın
recovery-of-another = bu kurtarma dosyası başka bir kuruluşun
recovery-of-another-advice = bu kuruluşunkini belirtin
recovery-used = bu kurtarma dosyası kullanılmış: onunla çıkarılacak kart çıkarılmış
recovery-used-advice = son `ihala card rotate` komutunun yazdığı dosyayı belirtin
recovery-not-next = bu kurtarma dosyasında, şimdiki kartın bildirdiği anahtar yok
recovery-not-next-advice = `ihala init` komutunun veya son `ihala card rotate` komutunun yazdığı dosyayı belirtin
passphrase-ask = Parola:
passphrase-choose = Bu kuruluşun anahtarları için parola (en az { $min } karakter; dört beş sözcük iyidir):
passphrase-again = Bir daha aynısı:
passphrase-differs = ikisi aynı değil
passphrase-differs-advice = yeniden deneyin: hiçbir şey değiştirilmedi
passphrase-one-fd = eski ve yeni parola aynı dosya tanıtıcısından gelemez
passphrase-one-fd-advice = iki tane verin: `--passphrase-fd` ve `--new-passphrase-fd`
passphrase-short = parola en az { $min } karakterdir
passphrase-short-advice = birbiriyle ilgisi olmayan dört beş sözcük seçin
passphrase-long = parola en çok { $max } bayttır
passphrase-long-advice = daha kısa bir parola seçin
passphrase-nobody = parola gerekiyor ama sorulacak kimse yok
passphrase-nobody-advice = { $option } ile ya da `{ $credential }` adlı systemd kimlik bilgisiyle verin
passphrase-needed = bu klasörün anahtarları bir parola ile korunuyor
passphrase-needed-advice = parolayı sorulduğunda ya da `--passphrase-fd` ile verin
passphrase-wrong = parola bu değil
passphrase-wrong-advice = yeniden deneyin; artık kimse bilmiyorsa kurtarma dosyasıyla bir yedeği geri yükleyin
passphrase-changed = Anahtarların yeni parolası var. Diskin daha önce alınmış bir kopyası eski parolayla açılmaya devam eder.
passphrase-none = Anahtarların artık parolası yok: diski okuyabilen herkes her şeyi okuyabilir.
init-serve = Düğümü başlatın: { $command }

# serve
serve-cannot-watch-parent = üst süreç izlenemiyor: { $error }
serve-cannot-watch-signals = sinyaller izlenemiyor: { $error }
serve-not-announced = `{ $address }`, { $example } gibi bir adres değil
serve-not-announced-advice = { $option } değerini düzeltin
serve-not-an-address = `{ $address }`, { $example } gibi bir adres değil
serve-not-an-address-advice = { $option } değerini veya ana klasördeki `listen` dosyasını düzeltin
serve-cannot-listen = { $address } adresi dinlenemiyor: { $error }
serve-cannot-listen-advice = bu bağlantı noktasını kullanan programı durdurun veya { $option } ile başka bir bağlantı noktası seçin
serve-cannot-open = { $file } açılamıyor: { $error }
serve-cannot-open-advice = izinleri denetleyin; { $max } bayttan uzun bir yol, bir soket için çok uzundur
serve-ready = düğüm hazır; { $address } adresini dinliyor. Ctrl-C ile durdurun.
serve-engine-ended = motor beklenmedik biçimde sona erdi: bu bir yazılım hatası
serve-engine-ended-advice = yukarıdaki satırları ihala geliştiricilerine bildirin ve düğümü yeniden başlatın
serve-network-ended = ağ artık kullanılamıyor
serve-network-ended-advice = yukarıdaki satırlara bakın, ardından düğümü yeniden başlatın
serve-interface-ended = yerel arayüz beklenmedik biçimde sona erdi: bu bir yazılım hatası
serve-interface-ended-advice = yukarıdaki satırları ihala geliştiricilerine bildirin ve düğümü yeniden başlatın

# card
card-agency = kuruluş kimlik kodu
card-fingerprint = parmak izi
card-card = kart
card-statement = numara { $number }, { $issued } tarihli anahtar beyanı
card-address = adres
card-receive-key = alma anahtarı
card-key-until = { $suite }, { $day } tarihine kadar
card-no-qr = QR kodu çizilemiyor: { $error }
card-rotated = Kuruluşun { $number } numaralı kartı var. Parmak izi aynı; eski anahtar kimdeyse artık işine yaramaz.
card-recovery = { $file } dosyasını şimdi başka bir yere taşıyın: bundan sonraki anahtar onda. { $old } kullanıldı: yok edin.
card-peers = Düğümü başlatın. Öteki kuruluşlar yeni kartı bağlantı kurduklarında öğrenir; orada kimsenin bir şey yapması gerekmez.
card-backup = Şimdi yeni bir yedek alın: bu karttan önce alınanlar artık geri yüklenmez ve silinmelidir.
card-written = { $file } dosyasına yazıldı. Diğer kuruluşa verin, ardından parmak izini telefonda birbirinize okuyun.

# trust
trust-cannot-ask = { $json } ile soru sorulamaz: parmak izi eksik
trust-cannot-ask-advice = parmak izini telefonla karşılaştırın, ardından { $option } ekleyin
trust-compare = Kuruluşu, önceden bildiğiniz bir numarayı çevirerek telefonla arayın ve kendi parmak izlerini okumalarını isteyin (`{ $command }`).
trust-confirm = Yalnızca on dört grubun hepsi okunanlarla aynıysa evet yazın:
trust-settled = { $agency } için bundan sonra bu kart geçerli. Bunu bekleyenler devam ediyor.
trust-no-change = Güven listesinde yazanlar zaten yürürlükte.
trust-in-force = Bu değişiklikler yürürlükte.
trust-would = Henüz hiçbir şey değişmedi. Yürürlüğe sokmak için: { $command }
trust-no-card = kartı henüz gelmedi: `ihala trust add CARD`
trust-open = onunla açık yönlendirmeler: { $ids }
roster-name = üyenin bir adı olmalı
roster-name-advice = --name ile verin
roster-no-seat = bu bir sandalyenin gizli anahtarı değil ya da içindeki bir işaret yanlış
roster-no-seat-advice = `ihala roster seat` komutunun yazdığı dosyayı belirtin
roster-not-seated = bu sandalyenin burada imzalayacağı bir şey yok
roster-not-seated-advice = kimin imzasının eksik olduğunu `ihala roster show FILE` söyler
roster-no-member = üye listesinde böyle bir üye yok
roster-no-member-advice = üyeleri `ihala roster show FILE` listeler
roster-two-members = listede birden çok üye buna uyuyor
roster-two-members-advice = adın tamamını veya parmak izini verin: `ihala roster show FILE` listeler
roster-sign-confirm = Karar verilen bu mu? Yalnızca öyleyse evet yazın:
roster-not-signed = bu onaylanmadı, bu yüzden hiçbir şey imzalanmadı
roster-not-signed-advice = çekirdek grubun kararıyla karşılaştırıp yeniden deneyin; betikte `--yes` ekleyin
roster-signed-another-charter = bu sandalye { $number } sürümlü başka bir tüzük imzalamış: ikisi birden ağı kalıcı olarak böler
roster-signed-another-charter-advice = dosyayı tutan kişi ilk imzanızı alsın (`ihala roster merge`) ve değişikliği sonraki tüzüğe koysun. Yalnızca ilki başka kimsede yoksa: `--again`
roster-signed-another-roster = bu sandalye { $number } sürümlü başka bir üye listesi imzalamış: ikisi birden her üyede alarm verir
roster-signed-another-roster-advice = dosyayı tutan kişi ilk imzanızı alsın (`ihala roster merge`) ve değişikliği sonraki listeye koysun. Yalnızca ilki başka kimsede yoksa: `--again`
roster-other-draft = bu kopyada başka belgeler var: imzaları bu dosya için değil
roster-other-draft-advice = sahibine bu dosyanın bir kopyasını imzalatın
roster-no-charter = dosyada ilkinden başlayan tüzük yok
roster-no-charter-advice = `ihala roster charter TOML --file FILE` ile başlayın
roster-until = gün 2026-12-31 gibi yazılır
roster-until-advice = --until değerini düzeltin
roster-until-range = bir tüzük veya liste bugünden sonra ve en geç üç yıl içinde sona erer
roster-until-range-advice = son gününü düzeltin
roster-too-many = { $count } sandalye birden değişirdi, oysa { $threshold } imza gerekiyor: ayrılanlar kendi başına bir ağ olarak devam edebilirdi
roster-too-many-advice = bir adımda daha az sandalye değiştirin, sonra ötekileri
roster-seat-words = Çekirdek gruptaki bir sandalyenin gizli anahtarı (Ihala); sahibi: { $name }.
    Tüzük veya üye listesi için gereken imzalardan biri bununla atılır.
    Hiçbir düğümde tutmayın: kasadaki bir USB bellekte ya da kâğıtta saklayın.
roster-seat-made = Sandalyenin gizli anahtarı { $file } dosyasında. Tüzüğe şu yazılır:
roster-charter-words = Bir ağın tüzüğü: üye listesine kim karar verir.
    Her sandalye sahibi bir anahtar çıkarır: ihala roster seat FILE --name NAME
    threshold: kaç imza gerektiği; yarıdan çok ve birden değişenlerden çok
    (her yarım yılda dördü değişen yedi sandalye için: beş).
    Sonra: ihala roster charter BU --file NETWORK ve ihala roster sign NETWORK --seat FILE
roster-charter = tüzük
roster-roster = üye listesi
roster-version = sürüm { $number }, son gün { $until }
roster-own-seats = imzalayan
roster-old-seats = önceki sandalyelerden
roster-signed-by = gereken { $threshold } imzadan { $count } var; eksik: { $missing }
roster-signed = gereken { $threshold } imzadan { $count }
roster-complete = Her şey imzalı: alınabilir.
roster-incomplete = İmzalar eksik: henüz alınamaz.
roster-active = etkin
roster-suspended = askıda
roster-withdrawn = ayrıldı
roster-members = etkin üyeler
roster-not-yet = henüz yok
roster-ended = Üye listesinin veya tüzüğünün süresi iki haftadan önce dolmuş: ona göre yeni bir şey gitmiyor. Çekirdek gruptan yenisini isteyin.
roster-none = İzlenen ağ yok.
roster-unfollowed = { $network } artık izlenmiyor.
roster-let-go = Güven listemizdeki şu kuruluşları askıya almıştı: { $names }. Onları artık burada yalnızca o liste durdurur: `ihala trust remove AGENCY`
roster-written = { $file } dosyasına yazıldı.
roster-compare = Bu parmak izini çekirdek grupla telefonda öbek öbek karşılaştırın. Aynı mı?
roster-ours = bu kuruluş
roster-trusted = güven listemizde
roster-not-trusted = güven listemizde değil
doctor-node = Bu düğüm
status-trust-file = `trust.toml` düzenlenmiş ve şimdiki haliyle yürürlükte değil: `ihala trust check`
trust-not-confirmed = parmak izi onaylanmadı, bu nedenle hiçbir şey değiştirilmedi
trust-not-confirmed-advice = telefonla karşılaştırıp yeniden deneyin
trust-added = { $agency } kuruluşuna güveniliyor. Onunla neyin paylaşılabileceğini bir bilgi paylaşım protokolü belirler.
trust-since = { $time } tarihinden beri
trust-nobody = henüz hiç kimseye güvenilmiyor
trust-removed = { $agency } kuruluşuna artık güvenilmiyor: ondan artık hiçbir şey alınmaz, ona artık hiçbir şey gönderilmez. Karşılıklı iletilmiş olanlar kalır.
trust-held = Burada onun için bekleyen mesajlar: { $count }. Ona yeniden güvenirseniz gönderilir.

# isp
isp-as-it-travels = bu, bir protokolün yolda taşınan biçimi; insanların yazdığı metin değil
isp-as-it-travels-advice = ne dediğini `{ $see }` ile görün; `{ $take_in }` ile içe aktarın
isp-good = dosya bir protokol: { $title }
isp-id = kimlik kodu { $id }
isp-exported = { $file } dosyasına yazıldı: diğer taraflara verin
isp-version = sürüm { $version }
isp-until = { $day } tarihine kadar
isp-none = burada henüz bilinen bir protokol yok
isp-confirm = "{ $title }" protokolü şu taraflar arasında kalıcı olarak sona erer: { $parties }; `{ $command }` ise geri alınabilir. Sona erdirmek için evet yazın:
isp-not-confirmed = onaylanmadı, bu nedenle hiçbir şey değiştirilmedi
isp-not-confirmed-advice = evet yazın veya { $option } ekleyin
isp-waits = bir tarafın düğümü için hâlâ bekleyen bir şey var: o düğüme ulaşılınca gönderilir (`{ $command }`)
isp-written = { $file } dosyasına yazıldı: diğer kuruluşla birlikte düzenleyin, ardından şunu çalıştırın
isp-head = { $title } (sürüm { $version }): { $state }
isp-dates = yürürlük süresi: { $from } tarihinden { $until } tarihine kadar
isp-terms-onward = amaç: { $purposes }; kapandıktan sonra saklanacağı gün sayısı: { $days }; başka bir kuruluşa yönlendirilebilir; gözden geçirme tarihi: { $review }
isp-terms = amaç: { $purposes }; kapandıktan sonra saklanacağı gün sayısı: { $days }; başka bir kuruluşa yönlendirilemez; gözden geçirme tarihi: { $review }
isp-emergency = çok acil: alındığını bildirme { $acknowledge } saat, karar verme { $decide } saat, hizmete başlama { $serve } saat, sonucu bildirme { $feed_back } saat içinde
isp-urgent = acil: alındığını bildirme { $acknowledge } saat, karar verme { $decide } saat, hizmete başlama { $serve } saat, sonucu bildirme { $feed_back } saat içinde
isp-routine = olağan: alındığını bildirme { $acknowledge } saat, karar verme { $decide } saat, hizmete başlama { $serve } saat, sonucu bildirme { $feed_back } saat içinde
isp-focal-point = gecikmesi süren işler { $value } kuruluşuna bildirilir (vaka ve kişi belirtilmez)
isp-previous = şunun yerini alır: { $value }
isp-own-coded = ek alan { $path } ({ $kind }), kodlu: kimse kabul etmeden önce iletilir
isp-own-case = ek alan { $path } ({ $kind }), vakaya ait
isp-own-identifying = ek alan { $path } ({ $kind }), kimlik belirten
isp-clause = madde { $clause }
isp-known-as = { $name } (burada bilinen adı: { $known })
isp-signed-on-paper = { $party } ({ $id }) kâğıt üzerinde imzaladı: { $paper }
isp-signed = { $party } ({ $id }) imzaladı
isp-unsigned = { $party } ({ $id }) henüz imzalamadı
isp-party-says = { $party }; bildirdiği durum: { $change }
isp-party-phone = { $party }; telefon: { $phone }
# isp explain
explain-may-go = Bu form { $agency } kuruluşuna gidebilir; dayanak: "{ $isp }" ({ $clauses }).
explain-in-two-stages = İki aşamada gider: kişinin kim olduğu ancak { $agency } kabul ettikten sonra bildirilir.
explain-may-not-go = Bu form { $agency } kuruluşuna gidemez.
explain-later = kabulden sonra
explain-sent = gider
explain-withheld = gitmez

# consent
consent-read-aloud = Bunu yüksek sesle okuyun. Ardından yanıtı { $file } dosyasına yazın ve kaydedin:
consent-until = { $day } tarihine kadar
consent-none = henüz kaydedilmiş bir rıza yok
consent-more = devamı: { $option }
consent-forgotten = rıza { $id }: { $state }
consent-id = rıza { $id }
consent-case-valid = vaka { $code }; rıza durumu: { $state } (şu anda geçerli)
consent-case-not-valid = vaka { $code }; rıza durumu: { $state } (şu anda geçerli değil)
consent-read = { $given }, okunduğu dil: { $language }, { $from } tarihinden { $until } tarihine kadar
consent-interpreter = tercüman: { $value }
consent-witness = tanık: { $value }
consent-because = neden: { $value }
consent-authorised-by = yetki veren: { $value }
consent-guardian = yasal vasi: { $value }
consent-child = çocuğun yanıtı: { $value }
consent-caregiver-not-asked = bakım verene sorulmadı: { $value }
consent-basis = yasal dayanak: { $value }
consent-purposes = amaç: { $purposes }
consent-onward = başka bir kuruluşa yönlendirilebilir
consent-to = alıcı { $agency }: { $fields }
consent-changed-again = { $at } { $state }: { $method }, okunduğu dil: { $language }
consent-changed-because = { $at } { $state }: { $why }
consent-changed = { $at } { $state }
# consent receipt, consent verify
receipt-written = { $file } dosyasına yazıldı: yalnızca kâğıdın güvenli olduğu yerde verin
receipt-good = İmza doğrulandı. İmzalayan: { $agency }, parmak izi { $fingerprint }: telefonla karşılaştırın.
receipt-consent = rıza { $consent }: bu belge düzenlendiğinde ({ $made }) durumu: { $state }; yasal dayanak: { $basis }
receipt-dates = { $from } tarihinden { $until } tarihine kadar
receipt-purposes = amaç: { $purposes }; okunduğu dil: { $language }
receipt-onward = kişiyi başka bir kuruluşa yönlendirebilirler
receipt-recipient = alıcı { $agency }: { $fields }
# consent slip
slip-phone = bu bir telefon numarası değil
slip-phone-advice = { $option } için, açıldığında hiçbir şeyi ele vermeyen bir numara gerekir
slip-names-agency = bir kuruluşun adını taşıyan küçük kâğıt, kişinin nerede bulunduğunu ele verir; bir kuruluş da kendisi hakkındaki şikâyetleri dinleyemez
slip-names-agency-advice = { $option } için başka biri gerekir: bir danışma hattı, bir ombudsman
# consent withdraw
withdraw-read = Bunu kişiye okuyun:
withdraw-confirm = Kişinin istediği buysa evet yazın:
withdraw-not-confirmed = onaylanmadı, bu nedenle hiçbir şey değiştirilmedi
withdraw-not-confirmed-advice = kişiyle konuşun ve yeniden deneyin
withdraw-would-stop = Paylaşım sona erecek; hiçbir şey yok edilmeyecek.
withdraw-stopped = Paylaşım sona erdi; hiçbir şey yok edilmiyor.
withdraw-would-erase = Bu işlemle veriler yok edilir ve bu geri alınamaz:
withdraw-erasing = Gönderilenler yok ediliyor; düğümü olan her kuruluş imzalı bir belgeyle yanıt verir.
withdraw-erased-here = Burada alınmış olanlar yok ediliyor.
withdraw-told-to-erase = { $agency } kuruluşuna, aldıklarını yok etmesi bildirilir (yönlendirme { $referral })
withdraw-told-to-stop = { $agency } kuruluşuna, paylaşımı durdurması bildirilir (yönlendirme { $referral })
withdraw-further = onun aracılığıyla aynısı şu kuruluşlara da bildirilir: { $agencies }
withdraw-here = burada: { $what }
withdraw-answers = Kimlerin yanıt verdiği: { $command }

# form
fill-cannot-ask = soru sorulamıyor: { $error }
fill-cannot-ask-advice = yanıtlananlar dosyada
fill-cannot-read = yanıt okunamıyor: { $error }
fill-cannot-read-advice = yanıtlananlar dosyada; bir metin düzenleyicide sürdürün
form-no-own = bu form bir hizmetle ilgili: hiçbir protokole bağlı gitmez, ek alanı yoktur
form-no-own-advice = { $option } seçeneğini çıkarın
form-unknown = bu adda bir form yok
form-unknown-advice = formlar şunlar: { $forms }

# clock
clock-confirmed = onaylandı: saklama süresi şu ana kadar dolmuş olanlar yok edilir

# audit
audit-head = yaprak sayısı: { $leaves }, uç { $head }
audit-verified = yeniden hesaplanan yönlendirmeler: { $referrals }, doğrulanan imzalar: { $signatures }
audit-found = BULUNDU: { $what }
audit-fits = her şey birbirini tutuyor
audit-does-not-fit = birbirini tutmayan bir şey var

# decode
decode-no-document = bu JSON, ama içinde bir Ihala belgesi yok
decode-no-document-advice = bir test vektörü belirtin: { $folder } içinde bulunur
decode-not-cbor = bu ne CBOR, ne onaltılık haneler, ne de bir Ihala dosyası
decode-not-cbor-advice = bir kart, protokol, rıza belgesi veya test vektörü belirtin
decode-unknown-document = gramerde bu adda bir belge yok
decode-unknown-document-advice = adlar { $file } içindekilerdir: { $names }, ...
decode-not-this = baytlar CBOR, ama bu belgenin biçiminde değil
decode-not-this-advice = baytların ne içerdiğini görmek için { $option } seçeneğini çıkarın

# vectors
vectors-none = hiçbir test vektörü bulunamadı
vectors-none-advice = { $folder } klasörünü belirtin
vectors-fail = başarısız olan test vektörleri: { $failed } (toplam { $checked })
vectors-fail-advice = dosya değiştirilmiş veya belirtimin başka bir sürümüne ait

# Errors (KEY-advice says what to do)
mistake = { $line }. satır: { $what }
file-mistakes = dosyada hatalar var
file-mistakes-advice = hataları düzeltip yeniden deneyin
file-missing = { $file } dosyası yok
file-missing-advice = yolu ve izinleri denetleyin
file-not-text = { $file } UTF-8 kodlamalı bir metin dosyası değil
file-not-text-advice = UTF-8 olarak kaydedin veya başka bir dosya belirtin
file-unreadable = { $file } okunamıyor: { $error }
file-unreadable-advice = yolu ve izinleri denetleyin
file-exists = { $file } zaten var
file-exists-advice = onu başka bir yere taşıyın veya başka bir dosya belirtin
file-unwritable = { $file } dosyasına yazılamıyor: { $error }
file-unwritable-advice = yolu, izinleri ve diskteki boş alanı denetleyin
not-running = düğüm çalışmıyor
not-running-advice = düğümü başlatın: { $command }
client-socket = düğümle iletişim kurulamıyor: { $error }
client-socket-advice = düğümün kendi çıktısına bakın; komutu yinelemeden önce `ihala list` ile denetleyin
client-stopped = düğüm yanıt veremeden durdu, bu nedenle bu işlem yapılmamış olabilir
client-stopped-advice = düğümün kendi çıktısına bakın; komutu yinelemeden önce `ihala list` ile denetleyin
client-not-an-answer = yanıt, bu sürümün yanıtlarından biri değil: düğüm ile komut aynı sürümde mi?
client-not-an-answer-advice = düğümün kendi çıktısına bakın; komutu yinelemeden önce `ihala list` ile denetleyin
refused-by-peer = { $agency } bunu reddetti: { $rule }: { $sentence }
refused-by-peer-advice = { $advice }
audit-damaged = denetim, birbirini tutmayan bir şey buldu
audit-damaged-advice = klasörü inceleme için olduğu gibi saklayın ve bir yedeği başka bir yere geri yükleyin
store-in-use = bu klasördeki veri deposunu başka bir süreç kullanıyor
store-in-use-advice = bu ana klasörün düğümü zaten çalışıyor: önce onu durdurun
store-unsafe = { $error }
store-unsafe-advice = onu yalnızca ihala programını çalıştıran kullanıcı okuyabilmeli
store-damaged = { $error }
store-damaged-advice = klasörü bir yedekten geri yükleyin; bu klasörü inceleme için saklayın
store-disk = { $error }
store-disk-advice = izinleri ve diskteki boş alanı denetleyin
bug = bu, ihala programında bir yazılım hatası; ya da depo, programın belirleyebileceğinden daha ağır hasar görmüş
bug-advice = yukarıdaki satırları ihala geliştiricilerine bildirin; klasörü olduğu gibi saklayın
bad-command = { $told }
bad-command-advice = `ihala --help` çıktısına bakın

# demo (its story is in English)
demo-cannot = demo şunu yapamıyor: { $what }: { $error }
demo-cannot-advice = bağlantı noktalarını ve izinleri denetleyin
demo-another-way = demo, izlemesi gerekenden başka bir yol izledi: { $what }
demo-another-way-advice = bu bir yazılım hatası: yukarıda yazanları bildirin
demo-stopped = bitmeden durduruldu
demo-stopped-advice = yeniden çalıştırın

# Help, and commands that make no sense
help-usage = Kullanım
help-arguments = Argümanlar
help-options = Seçenekler
help-commands = Komutlar
help-help = Bu yardımı yazdır
help-version = Sürümü yazdır
unknown-language = { $name }: diller en, tr, ar ve es
help-possible-values = Olası değerler
help-default = varsayılan
help-aliases = şöyle de yazılabilir
exit-codes = Çıkış kodları
exit-0 = yapıldı (ulaşılamayan bir kuruluş için sıraya alınanlar da yapılmış sayılır)
exit-1 = iç hata: disk, bağlantı noktası, izin
exit-2 = kullanım hatası veya içinde hatalar olan bir girdi dosyası
exit-3 = paylaşım kuralları, rıza veya güven nedeniyle reddedildi
exit-4 = bulunamadı
exit-5 = düğüm çalışmıyor
usage-missing = eksik olan: { $arguments }
usage-unknown = burada böyle bir seçenek veya argüman yok: { $argument }
usage-unknown-near = burada böyle bir seçenek veya argüman yok: { $argument }; şunu mu demek istediniz: { $near }?
usage-no-command = bir komut eksik
usage-command = böyle bir komut yok: { $command }
usage-command-near = böyle bir komut yok: { $command }; şunu mu demek istediniz: { $near }?
usage-no-value = { $argument } için bir değer gerekiyor
usage-value = { $argument } için { $value } değeri kabul edilmiyor
usage-value-of = { $argument } için { $value } değeri kabul edilmiyor; şunlardan birini belirtin: { $valid }
usage-conflict = { $argument }, { $other } ile birlikte kullanılamaz

backup-made = Yedek { $file } dosyasına yazıldı: { $entries } kayıt, { $bytes } bayt.
backup-keep = Onu başka bir makinede saklayın. Onu yalnızca kurtarma dosyası açar: o dosyayı da ayrı bir yerde saklayın. Son günü { $day }: o gün silin ve çok önceden yenisini alın.
backup-check = Bir kopyanın eksiksiz olduğunu görmek için: { $command }
backup-of = { $agency } kurumunun yedeği, { $made } tarihinde alındı. Son gün: { $day }.
    Parmak izi: { $fingerprint }
    Kayıt sayısı: { $entries }. { $card } numaralı kartın kurtarma dosyasıyla açılır.
backup-whole = Eksiksiz ve bu kurum tarafından imzalanmış. İçindeki her şeyi de okumak için kurtarma dosyasını verin: `--recovery`
backup-opened = Eksiksiz, bu kurum tarafından imzalanmış ve içindeki her şey okunabiliyor.
backup-over = Son günü geçti: artık geri yüklenmez. Onu silin.
restore-done = { $agency } geri yüklendi: { $home }.
restore-original = Yedeğin alındığı düğüm hâlâ çalışabiliyorsa onu tamamen durdurun: bundan sonra bütün kurumlar onu reddeder. Bu yedeği asla ikinci kez geri yüklemeyin.
restore-check = Başlatmadan önce `trust.toml` dosyasına bakın: yedek alındığında ne diyorsa onu der. Başka hiçbir kurumun almadığı şeyleri yeniden girin: en başta rızanın geri çekilmesini.
restore-recovering = Yedekten sonra olanları, ulaşılabildiklerinde diğer kurumlar bildirir. O zamana kadar bir kurumla paylaştıklarınız açılamaz ve onlara bir şey eklenmez. Ne durumda olduğunu görmek için: { $command }
recovery-restored = Bu kurum { $time } tarihinde, { $made } tarihli bir yedekten geri yüklendi.
recovery-waits = Şu kurumlar yedekten sonra olanları henüz bildirmedi:
recovery-left-out = Şunlar artık beklenmiyor:
recovery-complete = Beklenen bir şey yok.
status-superseded = Bu düğümün yerine başkası geçti: kurum başka yerde geri yüklendi ya da kartı yenilendi. Buradan artık bir şey gitmez; onu tamamen durdurun.
recovery-leave-out-confirm = Bir geri çekmeyi ya da silmeyi yalnızca { $agency } biliyor olabilir. Dışarıda bırakılsın mı? evet yazın:
recovery-not-left-out = dışarıda bırakılmadı: hiçbir şey değişmedi
recovery-not-left-out-advice = `--yes` ile söyleyin ya da sorulunca evet yazın
recovery-other-card = bu yedeği { $card } numaralı kartın kurtarma dosyası açar; bu dosya { $has } numaralı kartındır
recovery-other-card-advice = onu verin ya da daha sonra alınmış bir yedek kullanın

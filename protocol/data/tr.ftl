### What Ihala says to people: fields, services, what is read aloud, why something does not go.
### One file for each language, with the same keys; a test compares them.

## What the fields of the forms are called

field-request-urgency = Aciliyet
field-request-case_type = Vaka türü
field-request-services = İstenen hizmetler
field-request-marks = Vakaya ilişkin uyarılar
field-request-date = Yönlendirme tarihi
field-request-case_code = Vaka kodu
field-request-area = Bölge (P kodu)
field-request-purpose = Amaç
field-request-province = İl (P kodu)
field-referrer-name = Yönlendiren vaka çalışanı
field-referrer-phone = Vaka çalışanının telefonu
field-referrer-email = Vaka çalışanının e-postası
field-referrer-location = Vaka çalışanının ofisi
field-request-incident = Olayın zamanı
field-person-name = Ad soyad
field-person-phone = Telefon
field-person-address = Adres
field-person-birth_date = Doğum tarihi
field-person-age = Yaş
field-person-age_band = Yaş aralığı
field-person-gender = Cinsiyet
field-person-nationality = Uyruk
field-person-language = Dil
field-person-national_id = Ulusal kimlik numarası
field-person-unhcr_id = UNHCR numarası
field-person-protection_id = Geçici koruma numarası
field-person-disability = Engellilik durumu
field-person-household_size = Hane büyüklüğü
field-caregiver-name = Bakım verenin adı
field-caregiver-relationship = Çocukla yakınlığı
field-caregiver-contact = Bakım verenin iletişim bilgileri
field-caregiver-child_status = Çocuğun durumu
field-caregiver-informed = Bakım verene bilgi verilip verilmediği
field-caregiver-not_informed = Bilgi verilmemesinin nedeni
field-background-reason = Durum ve yönlendirme nedeni
field-background-services_provided = Şimdiye kadar verilen hizmetler
field-background-informed = Kişiye yönlendirme hakkında bilgi verilip verilmediği
field-background-referred_elsewhere = Başka kuruluşa yönlendirme
field-safety-restrictions = İletişim kısıtlamaları
field-safety-phone_owner = Telefonun sahibi
field-safety-safe_hours = Güvenli arama saatleri
field-safety-preferred_method = Tercih edilen iletişim
field-safety-interpreter_gender = Tercümanın cinsiyeti
field-safety-contact_prohibited = Kişiyle iletişim kurulmaması gerektiği
field-follow_up-expected_by = Beklenen takip tarihi
field-follow_up-method = Takip şekli
field-follow_up-information = Paylaşılacak bilgiler
field-feedback-note = Yanıtlara eklenen notlar
field-feedback-appointment = Randevu zamanları

## Services

code-service-mental-health = Ruh sağlığı hizmetleri
code-service-psychological-interventions = Psikolojik müdahaleler
code-service-physical-health = Sağlık hizmeti
code-service-physical-rehabilitation = Fiziksel rehabilitasyon
code-service-psychosocial-activities = Psikososyal etkinlikler
code-service-protection-services = Koruma hizmetleri
code-service-community-centre = Toplum merkezi hizmetleri
code-service-family-tracing = Kayıp aile üyelerini arama hizmetleri
code-service-legal-assistance = Hukuki yardım
code-service-education = Eğitim
code-service-shelter = Barınma
code-service-material-assistance = Eşya ve malzeme yardımı
code-service-nutrition = Beslenme
code-service-financial-assistance = Nakit veya parasal destek

## Purposes

code-purpose-service-provision = İstenen hizmeti vermek
code-purpose-follow-up = Verilen hizmeti takip etmek

## Sentences

text-greeting = Biz { $us }. Size yardım edebilmek için hakkınızdaki bazı bilgileri iletmek istiyoruz. Yardım konusu: { $services }.
text-to = { $agency } kuruluşuna iletilecek bilgiler:
text-at_first = İlk aşamada yalnızca:
text-after_accept = Ancak yardım etmeye ve size güvenli biçimde ulaşmaya söz verdikten sonra:
text-notes = Onlar ve biz bu konuda birbirimize kısa notlar yazabiliriz.
text-appointments = Randevu zamanınızı bize bildirebilirler.
text-use = Bunları yalnızca şu amaçla kullanabilirler: { $purpose }.
text-keep = Dosyanız kapandıktan sonra en fazla { $days } gün saklarlar.
text-onward = Başka bir kuruluş size daha iyi yardım edebilecekse bu bilgileri ona iletebilirler; ama yalnızca siz kabul ederseniz.
text-nothing_else = Başka hiçbir şey söylenmez. Hepsine ya da birine hayır diyebilirsiniz: size eskisi gibi yardım etmeyi sürdürürüz.
text-change = Sonradan fikrinizi değiştirebilirsiniz: bize söyleyin, paylaşımı durdururuz; isterseniz her kuruluşa gönderilenleri yok etmesini bildiririz, her biri yanıt vermek zorundadır.
text-agree = Kabul ediyor musunuz?
text-withdraw_stop = Bundan sonra sizinle ilgili hiçbir bilgi paylaşılmaz. Gönderilmiş olanlar bulunduğu yerde kalır.
text-withdraw_erase = Sizinle ilgili gönderilmiş bilgiler yok edilir. Bu işlem geri alınamaz.
text-withdraw_erase_here = Sizinle ilgili aldığımız bilgiler burada yok edilir. Bu işlem geri alınamaz.
text-withdraw_further = { $agency } bu bilgileri bu kuruluştan almıştır; aynı bildirimi ona bu kuruluş yapar.
text-withdraw_further_unknown = Başka bir kuruluş bu bilgileri bu kuruluştan almıştır; aynı bildirimi ona bu kuruluş yapar.
text-withdraw_upward = Rızanızı almış olan kuruluş bundan haberdar edilir. Orada veya başka yerde bir şey yok edilmeden önce size soracaktır. Sizinle iletişime geçmek güvenli değilse şimdi bize söyleyin.
text-withdraw_to_erase = { $agency } kuruluşuna, aldığı bilgileri yok etmesini ve gönderdiği yerlerde de yok ettirmesini bildiririz.
text-withdraw_to_stop = { $agency } kuruluşuna sizinle ilgili başka bir şey paylaşmamasını bildiririz.
text-withdraw_here = Bizdeki kopyaları da yok ederiz.
text-withdraw_backups = Dosyalarımızın mühürlü yedekleri bunu { $day } tarihine kadar içerebilir. Oradan yeniden almayız.
text-withdraw_kept = Sizinle ilgili aldıklarımızı yasal bir dayanakla { $day } tarihine kadar saklıyoruz. Sonra yok edilir.
text-withdraw_elsewhere = { $agency } ayrıca, kendisine verdiğiniz bir rızayla bazı bilgileri başka yere iletmiştir. Onu da sona erdirmek için { $agency } kuruluşuna söyleyin.
text-withdraw_ours = Bize verdiğiniz bir rızayla ilettiklerimiz bununla sona ermez. Onun da sona ermesini istiyorsanız bize söyleyin.
text-withdraw_may_keep = Bir kuruluş, yasa gerektirdiği için bazı bilgileri saklamak zorunda kalabilir. O zaman nedenini ve ne zamana kadar olduğunu bize bildirir, biz de size söyleyebiliriz.
text-withdraw_own = Bir kuruluşun size verdiği yardımla ilgili kendi dosyalarına yazdıkları orada kalır.
text-withdraw_sure = İstediğiniz bu mu?
text-receipt_head = { $us } rıza belgesi, { $day }. Referans: { $reference }.
text-receipt_until = Burada yazılanlar { $day } tarihine kadar geçerlidir.
text-receipt_ended = Burada yazılanların geçerliliği sona ermiştir: bunlara dayanarak artık hiçbir şey paylaşılmaz.
text-receipt_basis = Bu paylaşım rızanıza değil, başka bir yasal dayanağa dayanır; hangisi olduğunu ve kimin karar verdiğini bize sorun.
text-receipt_below = Aşağıda aynısı imzalı olarak yer alır; herkes şu komutla doğrulayabilir: ihala consent verify. Yalnızca bu komutun gösterdikleri kanıtlanmıştır.
text-slip_reference = Referans
text-slip_phone = Telefon
text-slip_questions = Soru ve şikâyetler

## Rules, in plain words

rule-ISP-05 = protokolü gönderen ya da alan taraf henüz imzalamadı
rule-ISP-06 = protokol şu anda yürürlükte değil
rule-ISP-07 = protokolün yerini daha yeni bir sürüm aldı
rule-ISP-08 = taraflardan biri protokolü askıya aldı veya sona erdirdi
rule-CON-01 = bu yönlendirmeyi kapsayan bir rıza yok
rule-CON-02 = rızada bu kuruluşun adı yok
rule-CON-03 = rıza şu anda geçerli değil
rule-CON-04 = rıza bu amacı kapsamıyor
rule-CON-05 = bu rıza verilmedi veya sona erdi
rule-CON-06 = rıza başka bir vaka kodu için kaydedilmiş
rule-POL-01 = bu kuruluşla yürürlükte bir bilgi paylaşım protokolü yok
rule-POL-02 = yürürlükteki hiçbir madde bu vaka türünün bu kuruluşa gitmesine izin vermiyor
rule-POL-03 = protokol bu amacı kapsamıyor
rule-POL-04 = protokol bu bilginin bu kuruluşa gitmesine izin vermiyor
rule-POL-05 = rıza bu bilgiyi kapsamıyor
rule-POL-06 = her yönlendirmede bulunması gereken bir bilgi gönderilemiyor
rule-POL-07 = bu formdan hiçbir şey bu kuruluşa gidemez
rule-POL-10 = form bir yönlendirme için yeterli bilgi içermiyor
rule-POL-11 = bir metin, bu kuruluşla paylaşılmayan bir bilgiyi ele veriyor

## What a field is called when a person is told of it, where its label does not say it

spoken-request-urgency = Ne kadar acil olduğu
spoken-request-case_type = Ne tür bir yardım olduğu
spoken-request-marks = Konunun şiddet veya sömürüyle ilgili olduğu
spoken-request-case_code = Bizdeki dosya numaranız
spoken-request-area = Yaşadığınız bölge
spoken-request-province = Yaşadığınız il

## Codes

code-urgency-emergency = Çok acil (24 saat içinde)
code-urgency-urgent = Acil (72 saat içinde)
code-urgency-routine = Olağan (iki hafta içinde)

code-case_type-medical = Sağlık desteği
code-case_type-legal = Hukuki destek
code-case_type-material = Maddi destek (nakit dahil)
code-case_type-protection = Koruma

code-mark-gbv = Toplumsal cinsiyete dayalı şiddet
code-mark-trafficking = İnsan ticareti

code-gender-female = Kadın
code-gender-male = Erkek
code-gender-other = Diğer
code-gender-undisclosed = Belirtmek istemiyor

code-age_band-0-4 = 0-4 yaş
code-age_band-5-11 = 5-11 yaş
code-age_band-12-17 = 12-17 yaş
code-age_band-18-24 = 18-24 yaş
code-age_band-25-49 = 25-49 yaş
code-age_band-50-59 = 50-59 yaş
code-age_band-60-plus = 60 yaş ve üzeri

code-disability-none = Yok
code-disability-seeing = Görme
code-disability-hearing = İşitme
code-disability-walking = Yürüme veya merdiven çıkma
code-disability-remembering = Hatırlama veya odaklanma
code-disability-self-care = Öz bakım
code-disability-communicating = İletişim kurma

code-child_status-with-caregiver = Bakım verenle birlikte
code-child_status-separated = Ailesinden ayrı düşmüş
code-child_status-unaccompanied = Refakatsiz

code-reason_caregiver_not_informed-alleged-perpetrator = Fail olduğu iddia edilen kişi bakım verenin kendisi
code-reason_caregiver_not_informed-child-asked = Çocuk istemedi
code-reason_caregiver_not_informed-not-reachable = Bakım verene ulaşılamadı
code-reason_caregiver_not_informed-no-caregiver = Bakım veren yok
code-reason_caregiver_not_informed-other = Başka bir neden

code-contact_method-phone-call = Telefon görüşmesi
code-contact_method-text-message = Kısa mesaj
code-contact_method-e-mail = E-posta
code-contact_method-in-person = Yüz yüze
code-contact_method-through-caseworker = Yalnızca yönlendiren vaka çalışanı aracılığıyla

code-reason-no-capacity = Kapasite yok
code-reason-not-eligible = Bu hizmet için uygun değil
code-reason-wrong-service = Bu hizmet burada verilmiyor
code-reason-outside-area = Hizmet bölgesinin dışında
code-reason-already-served = Başka bir kuruluş hizmet vermiş
code-reason-incomplete = Bilgi yetersiz
code-reason-already-started = Hizmet zaten başlamış
code-reason-person-declined = Kişi artık istemiyor
code-reason-duplicate = İki kez yönlendirilmiş
code-reason-sent-by-mistake = Yanlışlıkla gönderilmiş
code-reason-situation-changed = Durum değişti
code-reason-other = Başka bir neden

code-reason_not_told-after-accept = Kabul ettikten sonra bildirilir
code-reason_not_told-may-not-be-told = Rıza veya protokol bildirilmesine izin vermiyor
code-reason_not_told-not-known = Bilinmiyor
code-reason_not_told-person-declined = Kişi bildirilmesini istemiyor

code-outcome-got-help = Yardım aldı
code-outcome-could-not-get-help = Yardım alamadı
code-outcome-could-not-contact = Kişiye ulaşılamadı
code-outcome-not-eligible = Uygun değil
code-outcome-no-capacity = Kapasite yok
code-outcome-referred-elsewhere = Başka yere yönlendirildi
code-outcome-already-served = Başka bir kuruluş hizmet vermiş
code-outcome-no-longer-interested = Artık ilgilenmiyor
code-outcome-declined-by-person = Kişi kabul etmedi

code-retention_basis-legal-obligation = Saklanması yasa gereği zorunlu
code-retention_basis-legal-claim = Hukuki bir talep için gerekli
code-retention_basis-medical-record = Tıbbi kaydın bir parçası
code-retention_basis-vital-interests = Bir yaşam buna bağlı
code-retention_basis-best-interests-of-child = Çocuğun yüksek yararı

code-erasure-erased = Yok edildi
code-erasure-retained = Yasal bir dayanakla saklanıyor

code-given_by-person = Kişinin kendisi
code-given_by-caregiver = Bakım veren
code-given_by-guardian = Yasal vasi

code-legal_basis-consent = Rıza
code-legal_basis-best-interests-of-child = Çocuğun yüksek yararı
code-legal_basis-vital-interests = Bir yaşam buna bağlı
code-legal_basis-legal-obligation = Yasa gereği zorunlu

code-assent-given = Çocuk kabul ediyor
code-assent-refused = Çocuk kabul etmiyor
code-assent-too-young = Çocuk, kendisine sorulamayacak kadar küçük

code-consent_method-signature = İmza
code-consent_method-thumb-print = Parmak basma
code-consent_method-verbal-with-witness = Tanık önünde sözlü

## Forms

form-inter-agency-referral = Kuruluşlar arası yönlendirme
help-form-inter-agency-referral = Bir kişi için başka bir kuruluştan yardım isteyin.
form-protection-assessment = Koruma değerlendirmesi
help-form-protection-assessment = Kişiyi neyin tehdit ettiğini ve kişinin ne istediğini onunla birlikte belirleyin.
form-heightened-risk = Yüksek risk tespiti
help-form-heightened-risk = Kimin, neden yüksek risk altında olduğunu fark edin; böylece zamanında harekete geçilebilir.
form-nomination-for-support = Destek için hizmet bildirimi
help-form-nomination-for-support = Mültecilere ulaşmayan bir hizmeti koordinasyon birimine bildirin. Bu form hizmetle ilgilidir: kimsenin adı yazılmaz.

## Parts of forms

group-own = Protokole özgü sorular
group-request = Talep
group-referrer = Yönlendiren
group-person = Kişi
group-caregiver = Çocuğun bakım vereni
group-background = Durum bilgisi
group-safety = Güvenli iletişim
group-follow_up = Takip
group-assessment = Değerlendirme
group-risk = Risk durumu
group-nomination = Hizmet
group-feedback = Geri bildirim

## What the fields of the other forms are called

field-assessment-date = Değerlendirme tarihi
field-assessment-place = Görüşme yeri
field-assessment-interpreter = Tercüman bulunup bulunmadığı
field-assessment-concerns = Koruma sorunları
field-assessment-concern_details = Sorunların ayrıntıları
field-assessment-immediate_danger = Acil tehlike
field-assessment-danger_source = Tehlikenin kaynağı
field-assessment-registration = Kayıt durumu
field-assessment-housing = Barınma durumu
field-assessment-income = Geçim kaynağı
field-assessment-children_out_of_school = Okul dışında kalan çocuklar
field-assessment-support = Kişinin çevresindeki destek
field-assessment-coping = Başa çıkma yolları
field-assessment-strengths = Güçlü yönler
field-assessment-wishes = Kişinin istekleri
field-assessment-risk_level = Risk düzeyi
field-assessment-plan = Üzerinde anlaşılanlar
field-assessment-review_by = En geç gözden geçirme tarihi
field-risk-date = Tespit tarihi
field-risk-older_person = Risk altındaki yaşlı kişi
field-risk-child = Risk altındaki çocuk veya ergen
field-risk-woman = Risk altındaki kadın veya kız çocuğu
field-risk-legal = Hukuki ve fiziksel koruma
field-risk-health = Sağlık ve engellilik
field-risk-level = Risk düzeyi
field-risk-act_now = Hemen müdahale gerekip gerekmediği
field-risk-household_too = Hanenin de risk altında olup olmadığı
field-risk-reason = Nedeni
field-nomination-services = İlgili hizmetler
field-nomination-provider = Kurum veya hizmet sağlayıcı
field-nomination-provider_type = Hizmet sağlayıcının türü
field-nomination-place = Yer (P kodu)
field-nomination-problems = Yaşanan sorunlar
field-nomination-people_turned_away = Geri çevrilen kişiler
field-nomination-since = Başlangıç zamanı
field-nomination-tried = Şimdiye kadar denenenler
field-nomination-support_asked = İstenen destek
field-nomination-contact = Kuruluşunuzdaki irtibat kişisi

## What to write into a field, and what not

help-request-urgency = Çok acil: bugün bir yaşam veya bir kişinin güvenliği tehlikede; ayrıca telefonla arayın. Acil: günler içinde zarar muhtemel. Olağan: diğer tüm durumlar.
help-request-case_type = Ne tür bir yardım istendiği. Hangi protokolün geçerli olduğunu bu belirler.
help-request-services = Bu kuruluştan istenen hizmetlerin tümü.
help-request-marks = Yalnızca durum gerçekten böyleyse işaretleyin. Bir uyarı işaretlendiğinde, alıcı kuruluş kabul edene kadar kodlar dışında hiçbir bilgi gönderilmez; uyarının kendisi de ancak o zaman bildirilir.
help-request-date = Yönlendirmeyi yaptığınız gün.
help-request-case_code = Vakanın kendi dosyalarınızdaki numarası. Asla ad veya kimlik numarası yazmayın.
help-request-area = Kişinin yaşadığı yer, TUR027001 gibi bir OCHA P koduyla. Hizmetin elverdiği ölçüde genel bir kod seçin.
help-request-purpose = Bilginin neden paylaşıldığı. Olağan neden, yani hizmetin verilmesi söz konusuysa boş bırakın.
help-request-province = Yalnızca il, TUR027 gibi bir OCHA P koduyla.
help-request-incident = Yalnızca bakım buna bağlıysa: cinsel saldırı sonrası bazı yardımların 72 saat içinde başlaması gerekir; diğer yardımlar daha sonra da mümkündür.
help-referrer-name = Bu yönlendirme hakkında kime soru sorulabileceği.
help-referrer-phone = Mesai saatlerinde size ulaşılabilecek bir numara.
help-referrer-email = Kişisel adresiniz değil, iş adresiniz.
help-referrer-location = Çalıştığınız ofis.
help-person-name = Kişinin kendi yazdığı biçimde. Ancak alıcı kuruluş kabul ettikten sonra gönderilir.
help-person-phone = Yalnızca aramak güvenliyse yazın. Telefonu başka kimin açabileceğini "Güvenli iletişim" bölümünde belirtin.
help-person-address = Yalnızca birinin oraya gitmesi gerekiyorsa yazın.
help-person-birth_date = Yalnızca tam tarih gerekiyorsa yazın; aksi hâlde yaş aralığı yeterlidir.
help-person-age = Yıl olarak.
help-person-age_band = Çoğu hizmet için yeterlidir ve ilk aşamada gönderilmesi güvenlidir.
help-person-gender = Kişinin kendi belirttiği biçimde.
help-person-nationality = Yalnızca hizmet buna bağlıysa yazın.
help-person-language = Kişinin kendisiyle hangi dilde konuşulmasını istediği, ar veya ku gibi bir kodla.
help-person-national_id = Yalnızca hizmet bu numara olmadan verilemiyorsa yazın.
help-person-unhcr_id = Yalnızca alıcı kuruluşun buna ihtiyacı varsa yazın.
help-person-protection_id = Yalnızca hizmet bu numara olmadan verilemiyorsa yazın.
help-person-disability = Kişinin nelerde zorlandığı; hizmete erişiminin sağlanabilmesi için.
help-person-household_size = Kişinin kendisi dahil, birlikte yaşayan kişi sayısı.
help-caregiver-name = Çocuklar için: çocuğa kimin baktığı. Bakım verenin haberi olmaması gerekiyorsa boş bırakın ve nedenini aşağıda belirtin.
help-caregiver-relationship = Örneğin anne, amca, komşu.
help-caregiver-contact = Yalnızca bu kişiyle iletişime geçilmesi çocuk için güvenliyse yazın.
help-caregiver-child_status = Çocuğun kiminle yaşadığı.
help-caregiver-informed = Bakım verenin bu yönlendirmeden haberi olup olmadığı.
help-caregiver-not_informed = Bakım verene neden bilgi verilmediği. Çocuğun sizden bilgi vermemenizi istemesi geçerli bir nedendir.
help-background-reason = Kişinin neye, neden ihtiyaç duyduğu, birkaç cümleyle. Ad ve adres yazmayın: bunlar için ayrı alanlar var.
help-background-services_provided = Şimdiye kadar yapılanlar; böylece aynı iş iki kez yapılmaz.
help-background-informed = Kişinin neyin, kime ve neden gönderildiğini bilip bilmediği.
help-background-referred_elsewhere = Aynı konuda başka hangi kuruluşlara başvurulduğu.
help-safety-restrictions = Nelerin yapılmaması gerektiği: aranmaması gereken numaralar, bundan haberi olmaması gereken kişiler.
help-safety-phone_owner = Telefonun kime ait olduğu ve mesajları başka kimin okuyabileceği.
help-safety-safe_hours = Hangi saatlerde aramanın güvenli olduğu.
help-safety-preferred_method = Kişinin kendisiyle nasıl iletişime geçilmesini istediği.
help-safety-interpreter_gender = Kişinin hangi cinsiyetten bir tercümanla rahatça konuşabileceği.
help-safety-contact_prohibited = Evet ise kimse kişiyle iletişime geçmez: her şey sizin aracılığınızla yürütülür.
help-follow_up-expected_by = Alıcı kuruluştan en geç ne zaman haber beklediğiniz.
help-follow_up-method = Alıcı kuruluşun size nasıl bilgi vereceği.
help-follow_up-information = Birbirinize neleri bildirmek üzere anlaştığınız.
help-feedback-note = Kuruluşların yönlendirme hakkında birbirine kısa notlar yazıp yazamayacağı.
help-feedback-appointment = Alıcı kuruluşun randevu zamanlarını size bildirip bildiremeyeceği.
help-assessment-date = Kişiyle görüştüğünüz gün.
help-assessment-place = Kişinin rahatça konuşabileceği bir yer seçin.
help-assessment-interpreter = Görüşmede tercümanlık yapılıp yapılmadığı. Şiddet söz konusu olabilecekse bir aile üyesi asla tercümanlık yapmamalıdır.
help-assessment-concerns = Kişinin size anlattıklarına göre geçerli olanların tümü. Bu bilgi, yönlendirmenin ilk aşamasında asla gönderilmez.
help-assessment-concern_details = Neler yaşandığı, kişinin kendi sözleriyle ve yalnızca yardım için gerektiği kadar. Başka bir kuruluşun yeniden soracağı ayrıntıları sormayın.
help-assessment-immediate_danger = Bugün tehlikede olan biri olup olmadığı. Evet ise hemen harekete geçin: bu formu beklemeyin.
help-assessment-danger_source = Bu bilgi, formu okuyabilecek kişilere kimden korkulduğunu belli edebilir: gerekli değilse boş bırakın.
help-assessment-registration = Kişinin geçici veya uluslararası koruma kaydının hangi aşamada olduğu.
help-assessment-housing = Hanenin şu anda nasıl bir yerde yaşadığı.
help-assessment-income = Hanenin geçimini başlıca neyle sağladığı.
help-assessment-children_out_of_school = Hanedeki okul çağındaki çocuklardan kaçının okula gitmediği.
help-assessment-support = Kişi yardım istese kimin yardım edeceği.
help-assessment-coping = Hanenin geçinebilmek için neler yaptığı. Yargılamadan sorun.
help-assessment-strengths = Kişinin yapabildikleri, bildikleri ve sahip oldukları: beceriler, çevresindeki insanlar, planlar.
help-assessment-wishes = Kişinin kendi sözleriyle. Plan buna göre yapılır.
help-assessment-risk_level = Yüksek: günler içinde zarar muhtemel. Orta: bir şey değişmezse zarar muhtemel. Düşük: yakın zamanda zarar beklenmiyor.
help-assessment-plan = Kimin neyi ne zamana kadar yapacağı. Yalnızca kişinin kabul ettikleri.
help-assessment-review_by = Durumu birlikte yeniden değerlendireceğiniz en geç gün.
help-risk-date = Riskin tespit edildiği gün.
help-risk-older_person = 60 yaş ve üzeri bir kişi için geçerli olanların tümü.
help-risk-child = 18 yaşından küçük bir kişi için geçerli olanların tümü.
help-risk-woman = Geçerli olanların tümü. Başkalarının duyabileceği bir yerde asla şiddet hakkında soru sormayın.
help-risk-legal = Kişi veya hanedeki biri için geçerli olanların tümü.
help-risk-health = Geçerli olanların tümü. Yaşamsal tehlike çok acildir: yazmadan önce arayın.
help-risk-level = Yüksek: günler içinde zarar muhtemel. Orta: bir şey değişmezse zarar muhtemel. Düşük: yakın zamanda zarar beklenmiyor.
help-risk-act_now = Bir sonraki iş gününden önce müdahale gerekip gerekmediği.
help-risk-household_too = Hanedeki başka kişiler için de ayrı bir tespit gerekip gerekmediği.
help-risk-reason = Riski yükselten, gördüğünüz veya size anlatılan şeyler, birkaç cümleyle.
help-nomination-services = İnsanların hangi hizmetleri alamadığı.
help-nomination-provider = Kurumun, hastanenin veya okulun adı. Bir kişinin adını yazmayın.
help-nomination-provider_type = Ne tür bir kurum olduğu.
help-nomination-place = Hizmetin bulunduğu yer, TUR027 gibi bir OCHA P koduyla.
help-nomination-problems = İnsanların size anlattıklarına göre geçerli olanların tümü.
help-nomination-people_turned_away = Bildiğiniz kadarıyla yaklaşık kaç kişi olduğu.
help-nomination-since = Durumun ne zamandan beri böyle olduğu.
help-nomination-tried = Telefon görüşmeleri, yazılar, kişilere eşlik etme. Geri çevrilen kişilerin adlarını yazmayın.
help-nomination-support_asked = Koordinasyon biriminin neler yapabileceği: resmi yazı, toplantı, eğitim, anlaşma.
help-nomination-contact = Kuruluşunuzda bu konuda kime soru sorulabileceği.

## Codes of the other forms

code-assessment_place-office = Ofisimizde
code-assessment_place-community-centre = Toplum merkezinde
code-assessment_place-home = Kişinin evinde
code-assessment_place-phone = Telefonla
code-assessment_place-other = Başka bir yerde

code-protection_concern-no-documents = Belgesi yok
code-protection_concern-detention = Alıkonulma riski
code-protection_concern-forced-return = Zorla geri gönderilme riski
code-protection_concern-domestic-violence = Ev içi şiddet
code-protection_concern-sexual-violence = Cinsel şiddet
code-protection_concern-physical-violence = Diğer fiziksel şiddet
code-protection_concern-child-labour = Çocuk işçiliği
code-protection_concern-child-marriage = Çocuk yaşta evlilik
code-protection_concern-family-separation = Aile üyelerinin ayrı düşmesi
code-protection_concern-exploitation = Sömürü
code-protection_concern-trafficking = İnsan ticareti
code-protection_concern-discrimination = Ayrımcılık
code-protection_concern-eviction = Evden çıkarılma
code-protection_concern-no-access-to-services = Hizmetlere erişememe
code-protection_concern-psychological-distress = Psikolojik sıkıntı
code-protection_concern-other = Başka bir sorun

code-source_of_danger-household = Haneden biri
code-source_of_danger-relative = Başka yerde yaşayan bir akraba
code-source_of_danger-community = Topluluktan biri
code-source_of_danger-employer = İşveren
code-source_of_danger-landlord = Ev sahibi
code-source_of_danger-authorities = Resmi makamlar
code-source_of_danger-armed-actors = Silahlı aktörler
code-source_of_danger-unknown = Bilinmiyor

code-registration_status-registered = Kayıtlı
code-registration_status-registered-elsewhere = Başka bir ilde kayıtlı
code-registration_status-pending = Randevu bekliyor
code-registration_status-expired = Süresi dolmuş veya iptal edilmiş
code-registration_status-refused = Reddedilmiş
code-registration_status-not-registered = Kayıtlı değil

code-housing-rented = Kiralık, güvenceli
code-housing-rented-insecure = Kiralık, güvencesiz
code-housing-shared = Başkalarıyla paylaşılan
code-housing-camp = Kamp veya toplu barınma merkezi
code-housing-shelter = Sığınma evi
code-housing-informal = Çadır veya gayriresmi yerleşim
code-housing-none = Evi yok

code-income-regular-work = Düzenli iş
code-income-irregular-work = Düzensiz iş
code-income-assistance = Yardımlar
code-income-relatives = Akraba desteği
code-income-debt = Borç
code-income-none = Geçim kaynağı yok

code-support_network-family = Aile
code-support_network-friends = Arkadaşlar veya komşular
code-support_network-community = Topluluk grupları veya dini gruplar
code-support_network-agencies = Yalnızca kuruluşlar
code-support_network-none = Hiç kimse

code-coping-fewer-meals = Öğün sayısını azaltma
code-coping-debt = Borç alma
code-coping-sold-belongings = Eşya satma
code-coping-no-health-care = Sağlık hizmeti almadan idare etme
code-coping-child-works = Bir çocuğun çalışması
code-coping-child-marries = Bir çocuğun evlenecek olması
code-coping-begging = Dilenme
code-coping-sex-for-survival = Hayatta kalmak için cinsel ilişki
code-coping-return = Geri dönmeyi düşünme
code-coping-none = Hiçbiri

code-risk_level-low = Düşük
code-risk_level-medium = Orta
code-risk_level-high = Yüksek

code-risk_of_older_people-alone = Yalnız ve desteksiz yaşıyor
code-risk_of_older_people-cares-for-children = Çocuklara tek başına bakıyor
code-risk_of_older_people-cannot-care-for-self = Öz bakımını sağlayamıyor
code-risk_of_older_people-neglect-or-abuse = İhmal veya istismar

code-risk_of_children-unaccompanied = Refakatsiz
code-risk_of_children-separated = Ebeveynlerinden ayrı düşmüş
code-risk_of_children-heads-household = Hane reisi
code-risk_of_children-works = Çalışıyor
code-risk_of_children-married-or-engaged = Evli veya nişanlı
code-risk_of_children-abuse-or-neglect = İstismar veya ihmal
code-risk_of_children-out-of-school = Okul dışında kalmış
code-risk_of_children-armed-groups = Silahlı gruplarla ilişkili
code-risk_of_children-conflict-with-law = Kanunla ihtilafa düşmüş

code-risk_of_women_and_girls-no-support = Yalnız ve desteksiz
code-risk_of_women_and_girls-heads-household = Tek başına hane reisi
code-risk_of_women_and_girls-survivor = Şiddetten hayatta kalan
code-risk_of_women_and_girls-threatened = Şiddet tehdidi altında
code-risk_of_women_and_girls-harmful-practice = Zararlı geleneksel uygulama
code-risk_of_women_and_girls-forced-marriage = Zorla evlendirme
code-risk_of_women_and_girls-pregnant-alone = Gebe ve yalnız
code-risk_of_women_and_girls-exploitation = Sömürü

code-legal_and_physical_risk-no-documents = Belgesi yok
code-legal_and_physical_risk-detention = Alıkonulmuş veya alıkonulma riski altında
code-legal_and_physical_risk-return = Zorla geri gönderilme riski altında
code-legal_and_physical_risk-torture-survivor = İşkenceden hayatta kalan
code-legal_and_physical_risk-threat-to-life = Yaşama yönelik tehdit
code-legal_and_physical_risk-homeless = Kalacak yeri yok
code-legal_and_physical_risk-discrimination = Ağır ayrımcılık

code-health_and_disability_risk-life-threatening = Yaşamı tehdit eden sağlık sorunu
code-health_and_disability_risk-untreated = Tedavi edilmeyen kronik hastalık
code-health_and_disability_risk-mental-health-crisis = Ruh sağlığı krizi
code-health_and_disability_risk-suicide = İntihar riski
code-health_and_disability_risk-disability-without-support = Engeli var, desteği yok
code-health_and_disability_risk-pregnancy-at-risk = Riskli gebelik
code-health_and_disability_risk-carer-missing = Bakıma ihtiyacı olan birinin bakım vereni yok

code-provider_type-ministry = Bakanlık veya il müdürlüğü
code-provider_type-municipality = Belediye
code-provider_type-hospital = Hastane veya sağlık merkezi
code-provider_type-school = Okul veya üniversite
code-provider_type-court = Mahkeme veya baro
code-provider_type-police = Polis veya jandarma
code-provider_type-registration-office = Kayıt ofisi
code-provider_type-ngo = Sivil toplum kuruluşu
code-provider_type-other = Diğer

code-service_problem-refuses = Mültecilere hizmet vermeyi reddediyor
code-service_problem-no-capacity = Kapasitesi yok
code-service_problem-asks-for-fees = Ücret istiyor
code-service_problem-asks-for-documents = İnsanların edinemeyeceği belgeler istiyor
code-service_problem-no-interpreter = Tercümanı yok
code-service_problem-discrimination = İnsanlara kötü davranıyor
code-service_problem-too-far = Çok uzakta
code-service_problem-long-wait = Bekleme süreleri çok uzun
code-service_problem-not-known = İnsanlar bu hizmeti bilmiyor
code-service_problem-rules-changed = Kurallar değişti
code-service_problem-other = Başka bir neden

## More rules, and what to do about each

rule-ENV-01 = zarf, izin verilen sınırdan daha büyük
advice-ENV-01 = formdaki metinleri ya da notu kısaltın
rule-ENV-02 = bu veri, izin verilen tek biçimde mühürlenmiş bir zarf değil
advice-ENV-02 = dosya veya mesaj yolda bozulmuş: yeniden isteyin
rule-ENV-03 = zarfta bu sürümün bilmediği bir şifreleme takımı kullanılmış
advice-ENV-03 = her iki kuruluş da güncel bir sürüm kullanmalı
rule-ENV-04 = zarf, bu kuruluşta bulunmayan bir anahtar için mühürlenmiş
advice-ENV-04 = bir şey yapmanız gerekmez: gönderene güncel anahtar bildirilir, o da yeniden mühürler
rule-ENV-05 = zarf açılamıyor: değiştirilmiş veya başkası için mühürlenmiş
advice-ENV-05 = gönderenden yeniden göndermesini isteyin
rule-ENV-06 = zarfın içeriği izin verilen tek biçimde değil
advice-ENV-06 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-ENV-07 = mesajın imzalı bölümü izin verilen tek biçimde değil
advice-ENV-07 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-ENV-08 = mesajda başka bir alıcının adı var
advice-ENV-08 = bir şey yapmanız gerekmez: mesaj bu kuruluş için değil
rule-ENV-09 = imza doğrulanamadı
advice-ENV-09 = bu mesaja güvenmeyin; mesajı gönderip göndermediğini gönderene telefonla sorun
rule-ENV-10 = mesaj, gönderenin burada bilinen kartıyla değil, başka bir kartıyla imzalanmış
advice-ENV-10 = güncel kuruluş kartlarını karşılıklı gönderin
rule-ENV-11 = taşınan veri, gönderenin imzaladığı veri değil
advice-ENV-11 = bu mesaja güvenmeyin; mesajı gönderip göndermediğini gönderene telefonla sorun
rule-ENV-12 = tuz değeri ile taşınan verinin ya ikisi de bulunmalı ya da hiçbiri
advice-ENV-12 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-ENV-13 = taşınan veride bu sürümün bilmediği bir kodlama kullanılmış
advice-ENV-13 = her iki kuruluş da güncel bir sürüm kullanmalı
rule-ENV-14 = zarfın şifreleme takımı, belirttiği anahtarın takımı değil
advice-ENV-14 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-CARD-01 = bu, eksiksiz bir kuruluş kartı değil
advice-CARD-01 = dosya bozulmuş veya yarım kalmış: kuruluştan yeniden göndermesini isteyin
rule-CARD-02 = bu dosyadaki kartlar birbirinin devamı değil
advice-CARD-02 = bu dosyaya güvenmeyin; kuruluşa telefonla sorun
rule-CARD-03 = bu karttaki bir imza doğrulanamadı
advice-CARD-03 = bu dosyaya güvenmeyin; kuruluşa telefonla sorun
rule-CARD-04 = anahtar beyanı izin verilen tek biçimde değil
advice-CARD-04 = kuruluştan yeni bir kart dosyası isteyin
rule-CARD-05 = anahtar beyanı başka bir karta ait
advice-CARD-05 = kuruluştan yeni bir kart dosyası isteyin
rule-CARD-06 = bu kart dosyası burada bilinenden daha eski
advice-CARD-06 = bir şey yapmanız gerekmez: daha yeni olan kullanılmaya devam eder
rule-CARD-07 = kuruluş önceden kuantum sonrası şifreleme sunuyordu, şimdi sunmuyor
advice-CARD-07 = bunu bilerek değiştirip değiştirmediğini kuruluşa telefonla sorun
rule-CARD-08 = kuruluşun yayımladığı, süresi geçerli bir alma anahtarı yok
advice-CARD-08 = kuruluştan yeni bir kart dosyası isteyin
rule-CARD-09 = mesaj, yerini bir başkasının aldığı bir kart ile imzalanmış
advice-CARD-09 = kuruluşa telefonla sorun: anahtarı değişti, bu mesaj eski anahtarı elinde tutan birinden gelmiş olabilir
rule-CARD-10 = bir kart adına, kuruluşun kendisinin göndermediği mesajlar gelmiş
advice-CARD-10 = bu bir alarmdır: kuruluşun anahtarı başkasının eline geçmiş; sistem yöneticisini arayın ve o kuruluştan gelenleri gözden geçirin
rule-CARD-11 = bu kuruluşun kartlarının iki ayrı geçmişi var; hangisinin kuruluşa ait olduğu bilinemiyor
advice-CARD-11 = kuruluşun çalışanlarıyla yüz yüze görüşün; sonra size verdikleri kart dosyasını alın: ihala trust settle CARD
rule-TRU-01 = bu kuruluş burada bilinmiyor
advice-TRU-01 = kuruluş kartlarını karşılıklı gönderin ve kart parmak izini telefonla karşılaştırın: ihala trust add CARD
rule-TRU-02 = bu kuruluş güven listesinde yok
advice-TRU-02 = ona güvenip güvenmeyeceğinize karar verin: ihala trust add CARD
rule-TRU-03 = parmak izi bu kartın veya ağın parmak izi değil
advice-TRU-03 = tüm grupları okuyarak telefonla yeniden karşılaştırın; ikisi birbirini tutana kadar eklemeyin
rule-TRU-04 = bu bizim kendi kuruluşumuz
advice-TRU-04 = başka bir kuruluş belirtin
rule-TRU-05 = güven listesi, bu vaka türündeki başvuruların iki kuruluş arasında bu yönde gitmesine izin vermiyor
advice-TRU-05 = kuruluşu telefonla arayın: ikisinden biri bunu almıyor veya göndermiyor; liste ihala trust set ile değiştirilir
rule-ROS-01 = bu, izin verilen tek biçimde bir tüzük veya üye listesi değil
advice-ROS-01 = dosya bozulmuş ya da çok uzun: yeniden isteyin
rule-ROS-02 = tüzük, bilinen tüzüğün devamı değil
advice-ROS-02 = çekirdek gruptan bütün tüzükleri isteyin: ihala roster export
rule-ROS-03 = çekirdek gruptan yeterince imza yok ya da bir imza doğrulanmıyor
advice-ROS-03 = imzaları toplayın: ihala roster sign, merge
rule-ROS-04 = o kadar az imza gerekiyor ya da o kadar çok sandalye birden değişiyor ki çekirdek grup ikiye bölünebilir
advice-ROS-04 = sandalyelerin yarısından çoğu imzalamalı; bir adımda, imza sayısından az sandalye değişmeli
rule-ROS-05 = üye listesi, geçerli olandan başka bir tüzükle imzalanmış
advice-ROS-05 = çekirdek gruptan şimdiki tüzükle imzalanmış bir liste isteyin
rule-ROS-06 = üye listesi bilinenden eski
advice-ROS-06 = yapılacak bir şey yok: yenisi kullanımda kalır
rule-ROS-07 = bunun yerine başka bir tüzük veya üye listesi de imzalanmış
advice-ROS-07 = bu bir alarmdır: çekirdek gruba hangisini imzaladığını sorun; listenin bir sonraki sürümü bunu çözer
rule-ROS-08 = üye listesinde bir üye eksik
advice-ROS-08 = üyeler askıya alınır ya da ayrılır, hiç silinmez: çekirdek gruptan yenisini isteyin
rule-ROS-09 = ağın üye listesinin süresi bir süre önce dolmuş, bu yüzden ona göre yeni bir şey gitmiyor
advice-ROS-09 = çekirdek gruptan yenisini isteyin: ihala roster list
rule-ROS-10 = ağ bu kuruluşu askıya almış ya da kuruluş ağdan ayrılmış
advice-ROS-10 = ağın çekirdek grubunu telefonla arayın; açık olanlar sonlandırılabilir
rule-ISP-01 = bu, izin verilen tek biçimde bir bilgi paylaşım protokolü değil
advice-ISP-01 = dosya bozulmuş veya başka türden: yeniden isteyin
rule-ISP-02 = protokoldeki bir imza doğrulanamadı
advice-ISP-02 = o taraftan protokolü yeniden imzalamasını ve dosyayı göndermesini isteyin
rule-ISP-03 = bu kuruluş protokolün tarafı değil
advice-ISP-03 = yalnızca taraflar imzalar; [parties] altındaki kimlik kodlarını denetleyin
rule-ISP-04 = mesajda belirtilen protokol burada bilinmiyor
advice-ISP-04 = içe aktarın: ihala isp import FILE
advice-ISP-05 = imzaları toplayın: ihala isp export, sign, import
advice-ISP-06 = taraflarla yeni bir sürüm üzerinde anlaşın
advice-ISP-07 = daha yeni sürümü kullanın: ihala isp list
advice-ISP-08 = o tarafı telefonla arayın; hangisi olduğunu `ihala isp show ID` gösterir
rule-ISP-09 = bu kuruluşun yanıt bekleyen çok fazla önerisi var
advice-ISP-09 = imzalayın veya silin: ihala isp list, isp discard
rule-ISP-10 = protokolün şu anki durumunda bu yapılamaz
advice-ISP-10 = kimin ne yaptığını ihala isp show ID gösterir: yalnızca yürürlükteki bir protokol askıya alınır veya sona erdirilir, yalnızca kendi askıya alma kararınız geri alınır, sona erdirme ise asla geri alınmaz
advice-CON-01 = kişiye `ihala consent draft` metnini okuyun ve yanıtı kaydedin
advice-CON-02 = bu kuruluşun adını söyleyerek kişiye yeniden sorun: ihala consent draft FORM --to AGENCY
advice-CON-03 = kişiye yeniden sorun: ihala consent draft FORM --to AGENCY
advice-CON-04 = amacı söyleyerek kişiye yeniden sorun
advice-CON-05 = göndermeyin; kişiyle konuşun
advice-CON-06 = bu kişinin vakasına ait rızayı kullanın veya request.case_code alanını düzeltin
rule-CON-07 = bu, kuruluşunun imzaladığı bir rıza belgesi değil
advice-CON-07 = buna dayanmayın; kuruluştan yenisini isteyin
rule-CON-08 = kişi bir çocuk, ama rızada ne bir bakım veren ne de ona sorulmamasının nedeni belirtilmiş
advice-CON-08 = yeniden kaydedin: given_by = "caregiver" veya "guardian" yazın ya da caregiver_not_asked = karşısına nedenini yazın
advice-POL-01 = bir protokol üzerinde anlaşın: ihala isp draft, sign, export, import
advice-POL-02 = neyin kapsandığını ihala isp explain FORM --to AGENCY gösterir
advice-POL-03 = protokoldeki amaçlardan birini seçin veya protokolü taraflarla birlikte değiştirin
advice-POL-04 = bir şey yapmanız gerekmez: bu bilgi gönderilmez
advice-POL-05 = bu bilgi gerekliyse kişiye yeniden sorun
advice-POL-06 = protokolü değiştirin veya rıza için kişiye yeniden sorun; bu bilgi olmadan yönlendirmenin anlamı kalmaz
advice-POL-07 = nedenini alan alan ihala isp explain FORM --to AGENCY gösterir
rule-POL-08 = bu vaka türü iki aşamada gönderilmek zorunda
advice-POL-08 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-POL-09 = gbv veya trafficking olarak işaretlenmiş bir yönlendirme asla tek aşamada gitmez
advice-POL-09 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
advice-POL-10 = zorunlu alanları doldurun: hangileri olduğunu ihala belirtir
advice-POL-11 = bunu metinden çıkarın veya bu kuruluşun bunu bilip bilemeyeceğini kişiye sorun
rule-POL-12 = bu bilgi ancak alıcı kuruluş kabul ettikten sonra gider
advice-POL-12 = bilgiyi isteyen önce kabul edebilir; bilgi bunun ardından kendiliğinden gelir
rule-POL-13 = bu yönlendirmenin gelirken dayandığı protokol, başka bir kuruluşa yönlendirilmesine izin vermiyor
advice-POL-13 = gönderene geri yönlendirin veya onward = true içeren bir protokol üzerinde anlaşın
rule-POL-14 = bu yönlendirmenin gelirken dayandığı rıza, başka bir kuruluşa yönlendirilmesini kapsamıyor
advice-POL-14 = kişiye kendiniz sorun ve yanıtı kaydedin: ihala consent draft FORM --to AGENCY
rule-POL-15 = aynı talep daha önce de bu kuruluştaydı
advice-POL-15 = kuruluşu telefonla arayın; talebin yeniden oraya gitmesi gerekiyorsa nedenini --again REASON ile belirtin
rule-REF-01 = bu, izin verilen tek biçimde bir yönlendirme işlem kaydı değil
advice-REF-01 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-REF-02 = yönlendirme burada bilinmiyor
advice-REF-02 = kimlik kodunu `ihala list` ile denetleyin
rule-REF-03 = bu kuruluş yönlendirmenin tarafı değil
advice-REF-03 = bir şey yapmanız gerekmez
rule-REF-04 = bu adımı diğer kuruluşun atması gerekir
advice-REF-04 = neler yapabileceğinizi `ihala show ID` gösterir
rule-REF-05 = yönlendirmenin şu anki durumunda bu adım mümkün değil
advice-REF-05 = neler yapabileceğinizi `ihala show ID` gösterir
rule-REF-06 = zincirin bu yerinde zaten başka bir işlem kaydı var
advice-REF-06 = bu bir alarmdır: diğer kuruluşun Ihala yöneticisini telefonla arayın
rule-REF-07 = işlem kaydı, onu yazan tarafın zincirinin devamı değil
advice-REF-07 = bu bir alarmdır: diğer kuruluşun Ihala yöneticisini telefonla arayın
rule-REF-08 = işlem kaydının gösterdiği zincir ucu, bir önceki kaydın gösterdiğinden daha eski
advice-REF-08 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-REF-09 = yönlendirmede çok fazla işlem kaydı var
advice-REF-09 = bunu kapatın ve yenisini başlatın
rule-REF-10 = bu adım için listeden bir neden veya sonuç gerekiyor
advice-REF-10 = listedeki bir kodla --reason veya --outcome ekleyin
rule-REF-11 = bu adımın ait olduğu yönlendirme henüz ulaşmadı
advice-REF-11 = bir şey yapmanız gerekmez: adım yeniden gönderilir
rule-REF-12 = rıza geri çekildi, bu nedenle bu yönlendirmede artık hiçbir şey paylaşılmaz
advice-REF-12 = kişiyle konuşun; yeni bir rıza, yeni bir yönlendirme demektir
rule-REF-13 = bu yönlendirme yalnızca güvenli iletişim yükümlülükleriyle kabul edilir
advice-REF-13 = yükümlülükleri okuyun (`ihala show ID`) ve --safe-contact ile kabul edin
rule-REF-14 = aktarma listesi gönderenle bitmiyor
advice-REF-14 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-REF-15 = çok geç geldi: yönlendirme sona ermişti, bu nedenle içeriği okunmadan yok edildi
advice-REF-15 = kişinin hizmete hâlâ ihtiyacı varsa diğer kuruluşla konuşun
rule-DEL-01 = iki farklı mesaj aynı mesaj kimlik kodunu taşıyor
advice-DEL-01 = bu bir alarmdır: diğer kuruluşun Ihala yöneticisini telefonla arayın
rule-DEL-02 = sıranın bu yerinde zaten başka bir mesaj var
advice-DEL-02 = bu bir alarmdır: diğer kuruluşun Ihala yöneticisini telefonla arayın
rule-DEL-03 = mesaj, sıranın devamı değil
advice-DEL-03 = bu bir alarmdır: diğer kuruluşun Ihala yöneticisini telefonla arayın
rule-DEL-04 = mesaj gelecekteki bir zamanı taşıyor
advice-DEL-04 = iki tarafın saat ayarlarından biri yanlış: saati telefonla karşılaştırın
rule-DEL-05 = mesajın süresi dolmuş
advice-DEL-05 = gönderenden yeniden göndermesini isteyin
rule-DEL-06 = bu sürüm bu tür mesajı bilmiyor
advice-DEL-06 = her iki kuruluş da güncel bir sürüm kullanmalı
rule-DEL-08 = bir mesaja gelen yanıt, o kuruluşun alındı belgesi veya ret yanıtı değil
advice-DEL-08 = her iki kuruluş da güncel bir sürüm kullanmalı; sorun sürerse diğer yöneticiyi telefonla arayın
rule-DEL-09 = mesaj, kendi türünün biçiminde değil
advice-DEL-09 = gönderenin yazılımı hatalı: o yazılımın yöneticisine bildirin
rule-DEL-10 = bu, izin verilen biçimlerden birinde bir soru değil
advice-DEL-10 = her iki kuruluş da güncel bir sürüm kullanmalı
rule-DEL-07 = gönderen içeriği paylaşmadı
advice-DEL-07 = bir şey yapmanız gerekmez: rıza veya protokol artık buna izin vermiyordu
rule-AUD-01 = kuruluşun denetim ağacı, daha önce bildirdiğinin devamı değil
advice-AUD-01 = bu bir alarmdır: kuruluşun geçmiş kayıtları yeniden yazılmış veya bir yedekten geri yüklenmiş; yöneticisini telefonla arayın
rule-AUD-02 = bu kuruluşun daha önceki bir kontrol noktası henüz ulaşmadı
advice-AUD-02 = bir şey yapmanız gerekmez: yeniden gönderilir
rule-BAK-01 = bu, izin verilen tek biçimde tam bir yedek dosyası değil
advice-BAK-01 = dosya bozulmuş ya da kesilmiş: başka bir kopya ya da daha eski bir yedek kullanın
rule-BAK-02 = yedek değiştirilmiş ya da adını taşıdığı kuruluş tarafından imzalanmamış
advice-BAK-02 = bu dosyadan geri yüklemeyin: başka bir kopya ya da daha eski bir yedek kullanın
rule-BAK-03 = yedek bu kurtarma dosyası için mühürlenmemiş
advice-BAK-03 = yedek alındığında geçerli olan kurtarma dosyasını kullanın
rule-BAK-04 = yedeğin içeriği açılmıyor ya da başında yazılana uymuyor
advice-BAK-04 = başka bir kopya ya da daha eski bir yedek kullanın
rule-BAK-05 = iki kurumdan biri bir yedekten geri yüklendi ve yedekten sonra aralarında ne olduğunu henüz bilmiyor
advice-BAK-05 = yapılacak bir şey yok: diğer kurum ulaşılabildiği anda bildirir; kimin bildirmediğini `ihala recovery` gösterir
rule-BAK-06 = bu yedeğin son günü geçti
advice-BAK-06 = daha yenisini kullanın: o günden beri silinenler geri gelmemelidir

## Forms in files and in the terminal

text-form_leave = Boş bırakılan gönderilmez. # ile başlayan satırlar açıklamadır.
text-form_needed = zorunlu
text-form_needed_if = diğer yanıtlara göre zorunlu
text-form_one = Şunlardan biri:
text-form_any = Bunlardan uygun olanlar, { $example } gibi bir liste olarak:
text-form_day = Bir tarih: { $example }
text-form_moment = Saat dilimi farkıyla birlikte tarih ve saat: { $example }
text-form_number = 0 ile { $max } arasında bir sayı
text-form_flag = Evet veya hayır: true ya da false
text-form_place = Bir yer kodu (P kodu): { $example }
text-form_language = Bir dil kodu: { $example }
text-yes = evet
text-no = hayır

## Mistakes in files (the places hold keys and codes of the file; what stands between `…` is typed as it is)

mistake = { $line }. satır: { $what }
mistake-file-too-long = dosya { $max } bayttan uzun
mistake-not-toml = geçerli bir TOML değil: { $why }
mistake-incomplete = dosya tamamlanmamış
mistake-not-text = `{ $key }` tırnak içinde metin olmalı
mistake-not-number = `{ $key }` 0 ile { $max } arasında bir tam sayı olmalı
mistake-not-flag = `{ $key }` true veya false olmalı
mistake-not-date = `{ $key }` takvimde bulunan bir tarih olmalı, şöyle yazılır: `1990-04-23`
mistake-not-moment = `{ $key }` saat dilimi farkıyla birlikte tarih ve saat olmalı, şöyle yazılır: `2026-01-31T14:00:00+03:00`
mistake-not-code = `{ $key }` şunlardan biri olmalı: { $names }
mistake-not-codes = `{ $key }` şunlardan oluşmalı: { $names }
mistake-not-list = `{ $key }` bir liste olmalı, örneğin `["a", "b"]`
mistake-not-line = `{ $key }` en fazla { $max } karakterlik tek bir satır olmalı
mistake-not-place = `{ $key }` bir OCHA P kodu olmalı, örneğin `TUR079`
mistake-not-province = `{ $key }` bir ilin P kodu olmalı, örneğin `TUR079`
mistake-not-language = `{ $key }` bir dil kodu olmalı, örneğin `ar`
mistake-too-long = `{ $key }` { $count } karakter içeriyor; en fazla { $max } karaktere izin verilir
mistake-control = `{ $key }` kontrol karakterleri içermemeli
mistake-line-break = `{ $key }` satır sonları veya kontrol karakterleri içermemeli
mistake-write = şöyle yazın: { $shape }
mistake-missing = `{ $key }` eksik
mistake-missing-always = `{ $path }` eksik; bu formda her zaman zorunlu
mistake-missing-by-others = `{ $path }` eksik: diğer yanıtlar bunu zorunlu kılıyor
mistake-empty = `{ $key }` doldurulmalı
mistake-names-none = `{ $key }` için en az bir değer belirtilmeli
mistake-first-line = dosya şununla başlamalı: { $line }
mistake-no-form = dosya `form =` ve şunlardan biriyle başlamalı: { $names }
mistake-not-of-form = `{ $path }` bu formun bir parçası değil
mistake-unknown-field = bilinmeyen alan: `{ $path }`
mistake-unknown-field-near = bilinmeyen alan: `{ $path }`; şunu mu demek istediniz: `{ $near }`?
mistake-unknown-key = bilinmeyen anahtar: `{ $key }`
mistake-unknown-key-near = bilinmeyen anahtar: `{ $key }`; şunu mu demek istediniz: `{ $near }`?
mistake-unknown-key-known = bilinmeyen anahtar: `{ $key }`; bilinenler: { $known }
mistake-key-in-group = bilinmeyen anahtar: `{ $key }`; [{ $group }] altında yer almalı
mistake-no-such-day = `{ $path }` için böyle bir gün olamaz: yılı, ayı veya günü düzeltin
mistake-ages-differ = yaş, yaş aralığı ve doğum tarihi birbirine uymuyor: birini düzeltin veya çıkarın
mistake-none-and-others = `{ $path }` hem "none" hem başka bir şey içeriyor: birini çıkarın
mistake-agency-id = bir kuruluşun kimlik kodu 64 onaltılık haneden oluşur: `ihala card show` gösterir
mistake-agency-twice = bu kuruluş iki kez belirtilmiş
mistake-trust-id = `id` bir kuruluşun parmak izi ya da kimlik kodunun 64 hanesi olmalı: ikisini de `ihala card show` gösterir
mistake-trust-name-twice = listede başka bir kuruluş bu adı taşıyor
mistake-trust-address = adres `/ip4/192.0.2.1/tcp/4717` gibi yazılır
mistake-trust-addresses = bir kuruluşun burada en çok { $max } adresi olabilir
mistake-network-id = `id` bir ağın parmak izi ya da kimlik kodunun 64 hanesi olmalı: ikisini de `ihala roster show` gösterir
mistake-network-twice = bu ağ iki kez yazılmış ya da iki ağın adı aynı
mistake-seat-twice = bu anahtar iki sandalyede var: her sandalye sahibi `ihala roster seat` ile kendi anahtarını çıkarır
mistake-seat-key = `key`, `ihala roster seat` komutunun yazdığı olmalı
mistake-threshold = { $seats } sandalyenin yarısından çoğu imzalamalı, hepsinden çoğu değil
trust-file = Bu kuruluşun güven listesi: kimi tanıyoruz ve aramızda ne gidip gelebilir.
    Düzenleyin, sonra: ihala trust check (ne değişir), ihala trust reload (yürürlüğe girsin).
    `ihala trust add`, `set` ve `remove` da bu dosyayı değiştirir; açıklamalar kalır.

    { "[[agency]]" }
    id = "..."                       telefonda karşılaştırılan parmak izi; hiç değişmez
    name = "Legal Clinic"            biz ona ne diyoruz
    send = true                      ona kişi yönlendirebilir miyiz
    receive = true                   o bize kişi yönlendirebilir mi
    case_types = ["legal"]           yalnızca bunlar; hepsi için yazmayın
    addresses = ["/ip4/192.0.2.1/tcp/4717"]  başka nerede denensin
    thin = false                     true: kuantum sonrası şifreleme olmadan da
    notes = "haziran toplantısında tanıştık"

    Nelerin paylaşılabileceği bilgi paylaşım protokollerinde yazar; bu liste yalnızca daha fazlasını yasaklayabilir.
mistake-consent-answer = `answer`, kişinin metni dinledikten sonra verdiği yanıt olmalı: `given` veya `refused`; ya da `requested`, `deferred`, `unknown`
mistake-consent-witness = rıza sözlü verildiyse `witness` doldurulmalı
mistake-consent-assent = çocuk kabul etmiyor: bu, rıza değildir (başka bir dayanak için bir neden ve kimin yetki verdiği gerekir)
mistake-consent-valid-until = `valid_until`, `date` tarihinden önce olamaz ve en geç on yıl içinde olmalı
mistake-consent-date = `date`, kişinin yanıt verdiği gündür
mistake-consent-guardian = `{ $key }`, given_by = `person` ile çelişiyor
mistake-consent-recipients = en fazla { $max } kez `[[recipient]]` yazın
mistake-isp-previous = `previous` bir protokolün özet değerinin 64 hanesi olmalı
mistake-isp-version = `version` 1 ile başlar; sonraki bir sürüm, bir öncekinin özet değerini `previous` olarak belirtir
mistake-isp-valid-until = `valid_until`, `valid_from` tarihinden sonra ve onu izleyen on yıl içinde olmalı
mistake-isp-too-long = derlenmiş protokol { $max } bayttan uzun
mistake-isp-parties = `[parties]` yazın, ardından her kuruluş için bir satır: `name = "id"`
mistake-isp-party-name = tarafın adı tek satırlık metin olmalı
mistake-isp-party-count = bir protokolün 2 ila { $max } tarafı olur
mistake-isp-hours = `{ $key }` saat cinsinden dört süre olmalı: `[acknowledge, decide, serve, feed back]`
mistake-isp-phones = `[phones]` yazın, ardından her taraf için bir satır: `name = "number"`
mistake-isp-phone = numara tek satırlık metin olmalı
mistake-isp-no-party = bu ad `[parties]` altında yer almıyor
mistake-isp-clause-party = `{ $key }`, `any` veya `[parties]` altında yer alan bir ad olmalı
mistake-isp-review = `{ $place }` dosyanın geri kalanıyla çelişiyor: gözden geçirme tarihi bitiş tarihinden sonra
mistake-isp-deadlines = `{ $place }` dosyanın geri kalanıyla çelişiyor: aynı aciliyet düzeyinin dört süresi sırayla artmalı
mistake-isp-to-itself = `{ $place }` dosyanın geri kalanıyla çelişiyor: bir kuruluştan yine aynı kuruluşa gidiyor
mistake-isp-stages = `{ $place }` dosyanın geri kalanıyla çelişiyor: daha önceki bir madde, aynı vaka türü ve taraflar için aşamaları başka türlü belirliyor
mistake-isp-label-twice = `{ $place }` dosyanın geri kalanıyla çelişiyor: iki madde aynı etiketi taşıyor
mistake-isp-own = bu alan kendisiyle çelişiyor: adlar küçük harf, rakam ve `_` içerir; `max` yalnızca sayıyla, `[[field.code]]` kod ya da kodlarla, `coded` ise kod, kodlar ya da evet-hayır alanıyla kullanılır; kodlu alanda en çok 16 kod olur; kodların numaraları (1’den başlar) ve adları birer kez geçer; etiketlerde harf bulunur, görünmeyen karakter bulunmaz
mistake-isp-own-twice = iki alanın adı aynı: { $name }
mistake-own-too-many = bir formda en çok { $max } ek alan olabilir
mistake-own-unknown = bu ek alan alıcıyla yapılan hiçbir protokolde tanımlı değil: `{ $field }`
mistake-own-unknown-advice = `ihala isp show ID` bir protokolün ek alanlarını gösterir
mistake-own-unfit = `{ $field }` bu değeri alamaz; alabileceği değerler: { $holds }
mistake-tables = `{ $shape }` bölümünü 1 ile { $max } kez arasında yazın

## Names of states and steps: of tasks, business status, steps, clocks, deliveries, consents, protocols

name-task-requested = talep edildi
name-task-received = alındı
name-task-accepted = kabul edildi
name-task-rejected = reddedildi
name-task-in-progress = sürüyor
name-task-on-hold = beklemede
name-task-completed = tamamlandı
name-task-cancelled = iptal edildi
name-task-failed = hizmet bırakıldı
name-task-entered-in-error = yanlışlıkla girildi
name-business-created = oluşturuldu
name-business-accepted = kabul edildi
name-business-declined = kabul edilmedi
name-business-event-scheduled = randevu verildi
name-business-event-unattended = randevuya gelinmedi
name-business-event-cancelled = randevu iptal edildi
name-business-event-completed = randevu gerçekleşti
name-business-cancellation-requested = iptal istendi
name-business-cancellation-refused = iptal reddedildi
name-business-consent-withdrawn = rıza geri çekildi
name-business-fulfilment-completed = hizmet tamamlandı
name-business-fulfilment-cancelled = hizmet iptal edildi
name-business-entered-in-error = yanlışlıkla girildi
name-step-requested = talep edildi
name-step-cancel-requested = iptal istendi
name-step-received = alındı
name-step-accepted = kabul edildi
name-step-rejected = reddedildi
name-step-started = başladı
name-step-completed = tamamlandı
name-step-cancel-confirmed = iptal onaylandı
name-step-cancel-refused = iptal reddedildi
name-step-asked = bilgi istendi
name-step-answered = yanıtlandı
name-step-identity-released = kişinin kim olduğu bildirildi
name-step-nudged = hatırlatma yapıldı
name-step-entered-in-error = yanlışlıkla girildi
name-step-scheduled = randevu verildi
name-step-unattended = randevuya gelinmedi
name-step-appointment-cancelled = randevu iptal edildi
name-step-attended = randevuya gelindi
name-step-put-on-hold = beklemeye alındı
name-step-resumed = kaldığı yerden devam edildi
name-step-failed = hizmet bırakıldı
name-step-referred-onward = başka bir kuruluşa yönlendirildi
name-step-onward-outcome = sonraki yönlendirmenin sonucu
name-step-stopped = durduruldu
name-step-erasure-ordered = yok etme talimatı verildi
name-step-erased = yok edildi
name-step-retained = saklanıyor
name-step-onward-erasure = sonraki kuruluşta yok etme
name-clock-acknowledge = alındığını bildirme
name-clock-decide = karar verme
name-clock-serve = hizmete başlama
name-clock-feed-back = sonucu bildirme
name-delivery-queued = teslim edilmeyi bekliyor
name-delivery-delivered = teslim edildi
name-delivery-refused = reddedildi
name-isp-waiting-for-signatures = imzalar bekleniyor
name-isp-suspended = askıya alındı
name-isp-terminated = sona erdirildi
name-isp-replaced-by-a-newer-version = yerini daha yeni bir sürüm aldı
name-isp-not-yet-in-force = henüz yürürlükte değil
name-isp-lapsed = süresi doldu
name-isp-in-force = yürürlükte
name-change-suspended = askıya alındı
name-change-in-force = yürürlükte
name-change-terminated = sona erdirildi
name-consent-refused = reddedildi
name-consent-given = verildi
name-consent-requested = istendi
name-consent-deferred = ertelendi
name-consent-unknown = bilinmiyor
name-consent-renewed = yenilendi
name-consent-expired = süresi doldu
name-consent-invalidated = geçersiz sayıldı
name-consent-revoked = iptal edildi
name-consent-withdrawn = geri çekildi

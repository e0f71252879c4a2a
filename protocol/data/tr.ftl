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
field-person-disability = Engel durumu
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
text-to = Kabul ederseniz { $agency } kuruluşuna şunları bildiririz:
text-at_first = Önce yalnızca:
text-after_accept = Ancak yardım etmeye ve size güvenli biçimde ulaşmaya söz verdikten sonra:
text-notes = Onlar ve biz bu konuda birbirimize kısa notlar yazabiliriz.
text-appointments = Randevu zamanınızı bize bildirebilirler.
text-use = Bunları yalnızca şunun için kullanabilirler: { $purpose }.
text-keep = Dosyanız kapandıktan sonra en fazla { $days } gün saklarlar.
text-onward = Başka bir kuruluş size daha iyi yardım edebilecekse bu bilgileri ona iletebilirler; ama yalnızca siz kabul ederseniz.
text-nothing_else = Başka hiçbir şey söylenmez. Hepsine ya da birine hayır diyebilirsiniz: size eskisi gibi yardım etmeyi sürdürürüz.
text-change = Sonradan fikrinizi değiştirebilirsiniz: bize söyleyin, paylaşımı durdururuz; isterseniz her kuruluşa gönderilenleri yok etmesini bildiririz, her biri yanıt vermek zorundadır.
text-agree = Kabul ediyor musunuz?
text-may_go = Bu form { $agency } kuruluşuna gidebilir; dayanak: "{ $isp }" ({ $clauses }).
text-may_not_go = Bu form { $agency } kuruluşuna gidemez.
text-in_two_stages = İki aşamada gider: kişinin kim olduğu ancak { $agency } kabul ettikten sonra bildirilir.
text-sent = gider
text-later = kabulden sonra
text-withheld = gitmez
text-withdraw_stop = Bundan sonra sizinle ilgili hiçbir bilgi paylaşılmaz. Gönderilmiş olanlar bulunduğu yerde kalır.
text-withdraw_erase = Sizinle ilgili gönderilmiş bilgiler yok edilir. Bu işlem geri alınamaz.
text-withdraw_erase_here = Sizinle ilgili aldığımız bilgiler burada yok edilir. Bu işlem geri alınamaz.
text-withdraw_further = { $agency } bu bilgileri onlardan almıştır; aynı şey ona da onlar tarafından bildirilir.
text-withdraw_further_unknown = Başka bir kuruluş bu bilgileri onlardan almıştır; aynı şey ona da onlar tarafından bildirilir.
text-withdraw_upward = Rızanızı almış olan kuruluş bundan haberdar edilir. Orada veya başka yerde bir şey yok edilmeden önce size soracaktır. Sizinle iletişime geçmek güvenli değilse şimdi bize söyleyin.
text-withdraw_to_erase = { $agency } kuruluşuna, aldığı bilgileri yok etmesini ve gönderdiği yerlerde de yok ettirmesini bildiririz.
text-withdraw_to_stop = { $agency } kuruluşuna sizinle ilgili başka bir şey paylaşmamasını bildiririz.
text-withdraw_here = Bizdeki kopyaları da yok ederiz.
text-withdraw_kept = Sizinle ilgili aldıklarımızı yasal bir dayanakla { $day } tarihine kadar saklıyoruz. Sonra yok edilir.
text-withdraw_elsewhere = { $agency } ayrıca, kendisine verdiğiniz bir rızayla bazı bilgileri başka yere iletmiştir. Onu da sona erdirmek için { $agency } kuruluşuna söyleyin.
text-withdraw_ours = Bize verdiğiniz bir rızayla ilettiklerimiz bununla sona ermez. Onun da sona ermesini istiyorsanız bize söyleyin.
text-withdraw_may_keep = Bir kuruluş, yasa gerektirdiği için bazı bilgileri saklamak zorunda kalabilir. O zaman nedenini ve ne zamana kadar olduğunu bize bildirir, biz de size söyleyebiliriz.
text-withdraw_own = Bir kuruluşun size verdiği yardımla ilgili kendi dosyalarına yazdıkları orada kalır.
text-withdraw_sure = İstediğiniz bu mu?
text-receipt_head = { $us } rıza belgesi, { $day }. Referans: { $reference }.
text-receipt_until = Bu rıza { $day } tarihine kadar geçerlidir.
text-receipt_ended = Bu rıza sona ermiştir: buna dayanarak artık bir şey paylaşılmaz.
text-receipt_basis = Bu paylaşım rızanıza değil, başka bir yasal dayanağa dayanır; hangisi olduğunu ve kimin karar verdiğini bize sorun.
text-receipt_below = Aşağıda aynısı imzalı olarak yer alır, herkes doğrulayabilir: ihala consent verify. Yalnızca onun gösterdiği kanıtlanmıştır.
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
rule-POL-06 = her yönlendirmede bulunması gereken bir bilgi gönderilmemiş olurdu
rule-POL-07 = bu formdan hiçbir şey bu kuruluşa gidemez
rule-POL-10 = form bir yönlendirme için yeterli bilgi içermiyor
rule-POL-11 = bir metin, bu kuruluşla paylaşılmayan bir bilgiyi ele veriyor

## What a field is called when a person is told of it, where its label does not say it

spoken-request-urgency = Ne kadar acil olduğu
spoken-request-case_type = Ne tür bir yardım olduğu
spoken-request-marks = Konunun şiddet veya istismarla ilgili olduğu
spoken-request-case_code = Bizdeki dosya numaranız
spoken-request-area = Yaşadığınız bölge
spoken-request-province = Yaşadığınız il

## Codes

code-urgency-emergency = Acil durum (24 saat içinde)
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

code-reason_caregiver_not_informed-alleged-perpetrator = İddia edilen fail bakım veren
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
code-reason-already-started = Hizmet başladı bile
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
code-assent-too-young = Çocuk sorulamayacak kadar küçük

code-consent_method-signature = İmza
code-consent_method-thumb-print = Parmak izi
code-consent_method-verbal-with-witness = Tanık önünde sözlü

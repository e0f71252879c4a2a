### What Ihala says to people: fields, services, what is read aloud, why something does not go.
### One file for each language, with the same keys; a test compares them.

## What the fields of the forms are called

field-request-urgency = درجة الاستعجال
field-request-case_type = نوع الحالة
field-request-services = الخدمات المطلوبة
field-request-marks = تنبيهات خاصة بالحالة
field-request-date = تاريخ الإحالة
field-request-case_code = رمز الحالة
field-request-area = المنطقة (رمز P)
field-request-purpose = الغرض
field-request-province = المحافظة (رمز P)
field-referrer-name = مسؤول الحالة المُحيل
field-referrer-phone = هاتف مسؤول الحالة
field-referrer-email = البريد الإلكتروني لمسؤول الحالة
field-referrer-location = مكتب مسؤول الحالة
field-request-incident = وقت الحادثة
field-person-name = الاسم
field-person-phone = الهاتف
field-person-address = العنوان
field-person-birth_date = تاريخ الميلاد
field-person-age = العمر
field-person-age_band = الفئة العمرية
field-person-gender = الجنس
field-person-nationality = الجنسية
field-person-language = اللغة
field-person-national_id = رقم الهوية الوطنية
field-person-unhcr_id = رقم التسجيل لدى مفوضية اللاجئين
field-person-protection_id = رقم الحماية المؤقتة
field-person-disability = الإعاقة
field-person-household_size = عدد أفراد الأسرة
field-caregiver-name = اسم مقدم الرعاية
field-caregiver-relationship = صلته بالطفل
field-caregiver-contact = وسيلة الاتصال بمقدم الرعاية
field-caregiver-child_status = وضع الطفل
field-caregiver-informed = هل أُبلغ مقدم الرعاية
field-caregiver-not_informed = سبب عدم الإبلاغ
field-background-reason = الخلفية والسبب
field-background-services_provided = الخدمات المقدمة سابقاً
field-background-informed = هل أُبلغ الشخص بالإحالة
field-background-referred_elsewhere = الإحالة إلى جهات أخرى
field-safety-restrictions = قيود الاتصال
field-safety-phone_owner = صاحب الهاتف
field-safety-safe_hours = الأوقات الآمنة للاتصال
field-safety-preferred_method = طريقة الاتصال المفضلة
field-safety-interpreter_gender = جنس المترجم
field-safety-contact_prohibited = عدم الاتصال بالشخص
field-follow_up-expected_by = موعد المتابعة المتوقع
field-follow_up-method = طريقة المتابعة
field-follow_up-information = المعلومات المتبادلة
field-feedback-note = ملاحظات مع الردود
field-feedback-appointment = أوقات المواعيد

## Services

code-service-mental-health = خدمات الصحة النفسية
code-service-psychological-interventions = التدخلات النفسية
code-service-physical-health = الرعاية الصحية
code-service-physical-rehabilitation = إعادة التأهيل البدني
code-service-psychosocial-activities = الأنشطة النفسية الاجتماعية
code-service-protection-services = خدمات الحماية
code-service-community-centre = خدمات المركز المجتمعي
code-service-family-tracing = البحث عن أفراد الأسرة
code-service-legal-assistance = المساعدة القانونية
code-service-education = التعليم
code-service-shelter = المأوى
code-service-material-assistance = المساعدة العينية
code-service-nutrition = التغذية
code-service-financial-assistance = المساعدة المالية

## Purposes

code-purpose-service-provision = تقديم الخدمة المطلوبة
code-purpose-follow-up = متابعة خدمة قُدمت

## Sentences

text-greeting = نحن { $us }. لكي نساعدك في ما يلي: { $services }، نودّ أن ننقل معلومات عنك.
text-to = إذا وافقت، ننقل إلى { $agency } المعلومات التالية:
text-at_first = في المرحلة الأولى، هذه المعلومات فقط:
text-after_accept = فقط بعد أن يتعهدوا بمساعدتك وبالتواصل معك بطريقة آمنة:
text-notes = وقد نتبادل معهم ملاحظات قصيرة حول ذلك.
text-appointments = ويمكنهم إخبارنا بمواعيدك لديهم.
text-use = لا يجوز لهم استخدام هذه المعلومات إلا لهذا الغرض: { $purpose }.
text-keep = يحتفظون بهذه المعلومات بعد إغلاق ملفك. أقصى عدد من الأيام: { $days }.
text-onward = إذا كان بإمكان جهة أخرى مساعدتك بشكل أفضل، فيمكنهم نقلها إليها، ولكن فقط إذا وافقت على ذلك.
text-nothing_else = لن نخبرهم بأي شيء آخر. يمكنك قول «لا» لجميع هذه الجهات أو لواحدة منها فقط، وسنواصل مساعدتك كما من قبل.
text-change = يمكنك تغيير رأيك لاحقاً: بمجرد إبلاغنا نتوقف عن مشاركة معلوماتك، وبناءً على طلبك نأمر كل جهة بإتلاف ما أُرسل إليها، وعلى كل منها أن تجيب.
text-agree = هل نحصل على موافقتك على ذلك؟
text-may_go = يجوز إرسال هذه الاستمارة إلى { $agency } بموجب «{ $isp }» ({ $clauses }).
text-may_not_go = لا يجوز إرسال هذه الاستمارة إلى { $agency }.
text-in_two_stages = تُرسل على مرحلتين: لا يُكشف عن هوية الشخص إلا بعد قبول الإحالة من جانب { $agency }.
text-sent = يُرسل
text-later = بعد القبول
text-withheld = يُحجب
text-withdraw_stop = من الآن فصاعدًا لن تُشارَك أي معلومات أخرى عنك، وما أُرسل سابقًا يبقى في مكانه.
text-withdraw_erase = ستُتلَف المعلومات التي أُرسلت عنك، ولا يمكن التراجع عن ذلك.
text-withdraw_erase_here = ستُتلَف هنا المعلومات التي تلقّيناها عنك، ولا يمكن التراجع عن ذلك.
text-withdraw_further = حصلت { $agency } على هذه المعلومات منها، وستُبلَّغ بالأمر نفسه عن طريقها.
text-withdraw_further_unknown = حصلت جهة أخرى على هذه المعلومات منها، وستُبلَّغ بالأمر نفسه عن طريقها.
text-withdraw_upward = ستُبلَّغ بذلك الجهة التي طلبت موافقتك، وستسألك قبل إتلاف أي شيء لديها أو لدى غيرها. أخبرنا الآن إن كان التواصل معك غير آمن.
text-withdraw_to_erase = نطلب من { $agency } إتلاف ما تلقّته، وأن يُتلَف أيضًا حيثما أرسلته.
text-withdraw_to_stop = نطلب من { $agency } ألّا تشارك أي شيء آخر عنك.
text-withdraw_here = نُتلف النسخ الموجودة لدينا أيضًا.
text-withdraw_kept = نحتفظ بما تلقّيناه عنك، استنادًا إلى أساس قانوني، حتى { $day }، ثم يُتلَف.
text-withdraw_elsewhere = أرسلت { $agency } أيضًا معلومات إلى جهة أخرى بموافقة أعطيتها لها. لإنهاء تلك الموافقة كذلك، أخبر { $agency }.
text-withdraw_ours = ما أرسلناه إلى جهة أخرى بموافقة أعطيتها لنا لا ينتهي بهذا. أخبرنا إن أردت إنهاء ذلك أيضًا.
text-withdraw_may_keep = قد تُضطر جهة ما إلى الاحتفاظ بشيء لأن القانون يفرض ذلك، وعندها تُخبرنا بالسبب وبالمدة، ويمكننا أن نُخبرك.
text-withdraw_own = ما كتبته جهة ما في ملفاتها الخاصة عن المساعدة التي قدمتها لك يبقى هناك.
text-withdraw_sure = هل هذا ما تريده؟
text-receipt_head = إيصال موافقة من { $us }، { $day }. المرجع: { $reference }.
text-receipt_until = هذه الموافقة سارية حتى { $day }.
text-receipt_ended = انتهت هذه الموافقة: لا يُشارَك شيء بعد الآن بموجبها.
text-receipt_basis = تتم هذه المشاركة على أساس قانوني غير موافقتك؛ اسألنا ما هو ومن قرره.
text-receipt_below = في ما يلي المحتوى نفسه موقَّعًا، ويمكن لأي شخص التحقق منه: ihala consent verify. ولا يثبت إلا ما يعرضه هذا الأمر.
text-slip_reference = المرجع
text-slip_phone = هاتف
text-slip_questions = للأسئلة والشكاوى

## Rules, in plain words

rule-ISP-05 = لم يوقّع المُرسِل أو المُستلِم على البروتوكول هنا بعد
rule-ISP-06 = البروتوكول غير سارٍ حالياً
rule-ISP-07 = حلّت نسخة أحدث محل البروتوكول
rule-ISP-08 = علّق أحد الأطراف البروتوكول أو أنهاه
rule-CON-01 = لا توجد موافقة تشمل هذه الإحالة
rule-CON-02 = لا تذكر الموافقة هذه الجهة
rule-CON-03 = الموافقة غير صالحة حالياً
rule-CON-04 = لا تشمل الموافقة هذا الغرض
rule-CON-05 = هذه الموافقة لم تُعطَ، أو انتهت
rule-CON-06 = سُجّلت الموافقة لرمز حالة آخر
rule-POL-01 = لا يوجد بروتوكول سارٍ لتبادل المعلومات مع هذه الجهة
rule-POL-02 = لا يسمح أي بند سارٍ بإرسال هذا النوع من الحالات إلى هذه الجهة
rule-POL-03 = لا يشمل البروتوكول هذا الغرض
rule-POL-04 = لا يسمح البروتوكول بإرسال هذه المعلومة إلى هذه الجهة
rule-POL-05 = لا تشمل الموافقة هذه المعلومة
rule-POL-06 = ستُحجب معلومة تحتاجها كل إحالة
rule-POL-07 = لا يجوز إرسال أي شيء من هذه الاستمارة إلى هذه الجهة
rule-POL-10 = لا تحتوي الاستمارة على ما يكفي لإجراء إحالة
rule-POL-11 = أحد النصوص يكشف معلومة محجوبة عن هذه الجهة

## What a field is called when a person is told of it, where its label does not say it

spoken-request-urgency = مدى استعجال الأمر
spoken-request-case_type = نوع المساعدة المطلوبة
spoken-request-marks = أنّ الأمر يتعلق بعنف أو استغلال
spoken-request-case_code = رقم ملفك لدينا
spoken-request-area = المنطقة التي تعيش فيها
spoken-request-province = المحافظة التي تعيش فيها

## Codes

code-urgency-emergency = طارئ (خلال 24 ساعة)
code-urgency-urgent = عاجل (خلال 72 ساعة)
code-urgency-routine = عادي (خلال أسبوعين)

code-case_type-medical = مساعدة طبية
code-case_type-legal = مساعدة قانونية
code-case_type-material = مساعدة مادية، ومنها النقدية
code-case_type-protection = حماية

code-mark-gbv = عنف قائم على النوع الاجتماعي
code-mark-trafficking = اتجار بالأشخاص

code-gender-female = أنثى
code-gender-male = ذكر
code-gender-other = غير ذلك
code-gender-undisclosed = يفضّل عدم الإفصاح

code-age_band-0-4 = من 0 إلى 4 سنوات
code-age_band-5-11 = من 5 إلى 11 سنة
code-age_band-12-17 = من 12 إلى 17 سنة
code-age_band-18-24 = من 18 إلى 24 سنة
code-age_band-25-49 = من 25 إلى 49 سنة
code-age_band-50-59 = من 50 إلى 59 سنة
code-age_band-60-plus = 60 سنة فأكثر

code-disability-none = لا توجد
code-disability-seeing = البصر
code-disability-hearing = السمع
code-disability-walking = المشي أو صعود الدرج
code-disability-remembering = التذكّر أو التركيز
code-disability-self-care = العناية بالنفس
code-disability-communicating = التواصل

code-child_status-with-caregiver = مع مقدّم رعاية
code-child_status-separated = منفصل عن ذويه
code-child_status-unaccompanied = غير مصحوب

code-reason_caregiver_not_informed-alleged-perpetrator = مقدّم الرعاية هو الجاني المزعوم
code-reason_caregiver_not_informed-child-asked = طلب الطفل عدم إبلاغه
code-reason_caregiver_not_informed-not-reachable = تعذّر الوصول إلى مقدّم الرعاية
code-reason_caregiver_not_informed-no-caregiver = لا يوجد مقدّم رعاية
code-reason_caregiver_not_informed-other = سبب آخر

code-contact_method-phone-call = مكالمة هاتفية
code-contact_method-text-message = رسالة نصية
code-contact_method-e-mail = بريد إلكتروني
code-contact_method-in-person = حضورياً
code-contact_method-through-caseworker = عبر مسؤول الحالة المُحيل فقط

code-reason-no-capacity = لا توجد قدرة استيعابية
code-reason-not-eligible = لا تنطبق عليه شروط هذه الخدمة
code-reason-wrong-service = هذه الخدمة لا تُقدَّم هنا
code-reason-outside-area = خارج منطقة الخدمة
code-reason-already-served = حصل على الخدمة من جهة أخرى
code-reason-incomplete = المعلومات غير كافية
code-reason-already-started = بدأت الخدمة بالفعل
code-reason-person-declined = لم يعد الشخص يريد ذلك
code-reason-duplicate = أُحيل مرتين
code-reason-sent-by-mistake = أُرسل بالخطأ
code-reason-situation-changed = تغيّر الوضع
code-reason-other = سبب آخر

code-reason_not_told-after-accept = يُخبَر به بعد قبولكم
code-reason_not_told-may-not-be-told = لا تسمح الموافقة أو البروتوكول بالإخبار به
code-reason_not_told-not-known = غير معروف
code-reason_not_told-person-declined = لا يريد الشخص الإخبار به

code-outcome-got-help = حصل على المساعدة
code-outcome-could-not-get-help = لم يتمكن من الحصول على المساعدة
code-outcome-could-not-contact = تعذّر الاتصال بالشخص
code-outcome-not-eligible = لا تنطبق عليه الشروط
code-outcome-no-capacity = لا توجد قدرة استيعابية
code-outcome-referred-elsewhere = أُحيل إلى جهة أخرى
code-outcome-already-served = حصل على الخدمة من جهة أخرى
code-outcome-no-longer-interested = لم يعد مهتماً
code-outcome-declined-by-person = رفض الشخص الخدمة

code-retention_basis-legal-obligation = يفرض القانون الاحتفاظ به
code-retention_basis-legal-claim = لازم لمطالبة قانونية
code-retention_basis-medical-record = جزء من السجل الطبي
code-retention_basis-vital-interests = تتوقف عليه حياة إنسان
code-retention_basis-best-interests-of-child = مصلحة الطفل الفضلى

code-erasure-erased = أُتلفت
code-erasure-retained = محفوظة على أساس قانوني

code-given_by-person = الشخص نفسه
code-given_by-caregiver = مقدّم الرعاية
code-given_by-guardian = الوصي القانوني

code-legal_basis-consent = الموافقة
code-legal_basis-best-interests-of-child = مصلحة الطفل الفضلى
code-legal_basis-vital-interests = تتوقف عليه حياة إنسان
code-legal_basis-legal-obligation = يفرضه القانون

code-assent-given = الطفل موافق
code-assent-refused = الطفل غير موافق
code-assent-too-young = الطفل أصغر من أن يُسأل

code-consent_method-signature = توقيع
code-consent_method-thumb-print = بصمة إبهام
code-consent_method-verbal-with-witness = شفهياً بحضور شاهد

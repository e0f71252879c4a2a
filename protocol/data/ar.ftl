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
field-caregiver-name = اسم مقدّم الرعاية
field-caregiver-relationship = صلته بالطفل
field-caregiver-contact = وسيلة الاتصال بمقدّم الرعاية
field-caregiver-child_status = وضع الطفل
field-caregiver-informed = هل أُبلغ مقدّم الرعاية
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
text-to = المعلومات المراد نقلها إلى { $agency }:
text-at_first = في المرحلة الأولى، هذه المعلومات فقط:
text-after_accept = فقط بعد أن يتعهدوا بمساعدتك وبالتواصل معك بطريقة آمنة:
text-notes = وقد نتبادل معهم ملاحظات قصيرة حول ذلك.
text-appointments = ويمكنهم إخبارنا بمواعيدك لديهم.
text-use = لا يجوز لهم استخدام هذه المعلومات إلا لهذا الغرض: { $purpose }.
text-keep = بعد إغلاق ملفك يحتفظون بهذه المعلومات مدة أقصاها، بالأيام: { $days }.
text-onward = إذا كان بإمكان جهة أخرى مساعدتك بشكل أفضل، فيمكنهم نقلها إليها، ولكن فقط إذا وافقت على ذلك.
text-nothing_else = لن نخبرهم بأي شيء آخر. يمكنك قول «لا» لجميع هذه الجهات أو لواحدة منها فقط، وسنواصل مساعدتك كما من قبل.
text-change = يمكنك تغيير رأيك لاحقاً: بمجرد إبلاغنا نتوقف عن مشاركة معلوماتك، وبناءً على طلبك نطلب من كل جهة إتلاف ما أُرسل إليها، وعلى كل جهة أن تردّ علينا.
text-agree = هل نحصل على موافقتك على ذلك؟
text-withdraw_stop = من الآن فصاعداً لن تُشارَك أي معلومات أخرى عنك، وما أُرسل سابقاً يبقى في مكانه.
text-withdraw_erase = ستُتلَف المعلومات التي أُرسلت عنك، ولا يمكن التراجع عن ذلك.
text-withdraw_erase_here = ستُتلَف هنا المعلومات التي تلقّيناها عنك، ولا يمكن التراجع عن ذلك.
text-withdraw_further = وصلت هذه المعلومات عن طريق هذه الجهة أيضاً إلى { $agency }، وهي التي تنقل الطلب نفسه إلى هناك.
text-withdraw_further_unknown = وصلت هذه المعلومات عن طريق هذه الجهة أيضاً إلى جهة أخرى، وهي التي تنقل إليها الطلب نفسه.
text-withdraw_upward = ستُبلَّغ بذلك الجهة التي طلبت موافقتك، وستسألك قبل إتلاف أي شيء لديها أو لدى غيرها. يرجى إبلاغنا الآن إن كان التواصل معك غير آمن.
text-withdraw_to_erase = نطلب من { $agency } إتلاف كل ما استُلم عنك هناك، والعمل على إتلافه أيضاً لدى كل جهة أُرسل إليها.
text-withdraw_to_stop = نطلب من { $agency } عدم مشاركة أي شيء آخر عنك.
text-withdraw_here = نُتلف النسخ الموجودة لدينا أيضاً.
text-withdraw_backups = قد تحتوي نسخ احتياطية مختومة من ملفاتنا عليها حتى { $day }. ولن نأخذها منها مرة أخرى.
text-withdraw_kept = نحتفظ بما تلقّيناه عنك، استناداً إلى أساس قانوني، حتى { $day }، ثم يُتلَف.
text-withdraw_elsewhere = أُرسلت أيضاً معلومات من { $agency } إلى جهة أخرى بموافقة أعطيتها هناك. لإنهاء تلك الموافقة كذلك، يرجى إبلاغ { $agency }.
text-withdraw_ours = ما أرسلناه إلى جهة أخرى بموافقة أعطيتها لنا لا ينتهي بهذا. إن أردت إنهاء ذلك أيضاً، يرجى إبلاغنا.
text-withdraw_may_keep = قد تُضطر جهة ما إلى الاحتفاظ بشيء لأن القانون يفرض ذلك، وعندها تُخبرنا بالسبب وبالمدة، ويمكننا أن نُخبرك.
text-withdraw_own = ما كتبته جهة ما في ملفاتها الخاصة عن المساعدة التي قدمتها لك يبقى هناك.
text-withdraw_sure = هل هذه هي رغبتك؟
text-receipt_head = إيصال موافقة صادر عن { $us }، { $day }. المرجع: { $reference }.
text-receipt_until = يسري ما ورد هنا حتى { $day }.
text-receipt_ended = انتهى سريان ما ورد هنا: لن يُشارَك بعد الآن أي شيء بموجبه.
text-receipt_basis = تتم هذه المشاركة على أساس قانوني غير موافقتك؛ يمكنك سؤالنا عن هذا الأساس وعمّن قرّره.
text-receipt_below = في ما يلي المحتوى نفسه موقَّعاً، ويمكن لأي شخص التحقق منه: ⁨ihala consent verify⁩. ولا يثبت إلا ما يعرضه هذا الأمر.
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
spoken-request-area = منطقة سكنك
spoken-request-province = محافظة سكنك

## Codes

code-urgency-emergency = طارئ (خلال 24 ساعة)
code-urgency-urgent = عاجل (خلال 72 ساعة)
code-urgency-routine = عادي (خلال أسبوعين)

code-case_type-medical = مساعدة طبية
code-case_type-legal = مساعدة قانونية
code-case_type-material = مساعدة مادية (منها النقدية)
code-case_type-protection = حماية

code-mark-gbv = عنف قائم على النوع الاجتماعي
code-mark-trafficking = اتجار بالأشخاص

code-gender-female = أنثى
code-gender-male = ذكر
code-gender-other = غير ذلك
code-gender-undisclosed = تفضيل عدم الإفصاح

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

code-reason_not_told-after-accept = يُفصح عنه بعد قبولكم
code-reason_not_told-may-not-be-told = لا تسمح الموافقة أو البروتوكول بالإفصاح عنه
code-reason_not_told-not-known = غير معروف
code-reason_not_told-person-declined = لا يريد الشخص الإفصاح عنه

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

## Forms

form-inter-agency-referral = إحالة بين الجهات
help-form-inter-agency-referral = طلب مساعدة لشخص من جهة أخرى.
form-protection-assessment = تقييم الحماية
help-form-protection-assessment = التعرّف مع الشخص على ما يهدده وعلى ما يريده.
form-heightened-risk = تحديد الأشخاص المعرّضين لخطر متزايد
help-form-heightened-risk = الانتباه إلى من يواجه خطراً مرتفعاً، ولماذا، كي يتحرك أحد في الوقت المناسب.
form-nomination-for-support = ترشيح خدمة للدعم
help-form-nomination-for-support = إبلاغ هيئة التنسيق بخدمة لا تصل إلى اللاجئين. الأمر يخص الخدمة: لا يُذكر اسم أي شخص.

## Parts of forms

group-own = أسئلة البروتوكول
group-request = الطلب
group-referrer = الجهة المُحيلة
group-person = الشخص
group-caregiver = مقدّم الرعاية للطفل
group-background = الخلفية
group-safety = الاتصال الآمن
group-follow_up = المتابعة
group-assessment = التقييم
group-risk = الخطر
group-nomination = الخدمة
group-feedback = الردود

## What the fields of the other forms are called

field-assessment-date = تاريخ التقييم
field-assessment-place = مكان الحديث
field-assessment-interpreter = حضور مترجم
field-assessment-concerns = شواغل الحماية
field-assessment-concern_details = تفاصيل الشواغل
field-assessment-immediate_danger = خطر مباشر
field-assessment-danger_source = مصدر الخطر
field-assessment-registration = التسجيل
field-assessment-housing = السكن
field-assessment-income = مصدر العيش
field-assessment-children_out_of_school = الأطفال خارج المدرسة
field-assessment-support = الدعم المحيط بالشخص
field-assessment-coping = أساليب التكيّف
field-assessment-strengths = نقاط القوة
field-assessment-wishes = ما يريده الشخص
field-assessment-risk_level = مستوى الخطر
field-assessment-plan = ما اتُّفق عليه
field-assessment-review_by = آخر موعد للمراجعة
field-risk-date = تاريخ تحديد الخطر
field-risk-older_person = شخص كبير السن معرّض للخطر
field-risk-child = طفل أو مراهق معرّض للخطر
field-risk-woman = امرأة أو فتاة معرّضة للخطر
field-risk-legal = الحماية القانونية والجسدية
field-risk-health = الصحة والإعاقة
field-risk-level = مستوى الخطر
field-risk-act_now = الحاجة إلى تحرك فوري
field-risk-household_too = الأسرة معرّضة للخطر أيضاً
field-risk-reason = السبب
field-nomination-services = الخدمات المعنية
field-nomination-provider = المكتب أو مقدّم الخدمة
field-nomination-provider_type = نوع مقدّم الخدمة
field-nomination-place = المكان (رمز P)
field-nomination-problems = المشكلات القائمة
field-nomination-people_turned_away = عدد من لم تُقدَّم لهم الخدمة
field-nomination-since = منذ متى
field-nomination-tried = ما جرت محاولته
field-nomination-support_asked = الدعم المطلوب
field-nomination-contact = من يمكن الاتصال به لديكم

## What to write into a field, and what not

help-request-urgency = طارئ: حياة شخص أو سلامته في خطر اليوم؛ اتصل هاتفياً أيضاً. عاجل: وقوع الأذى مرجّح خلال أيام. عادي: كل ما عدا ذلك.
help-request-case_type = نوع المساعدة المطلوبة. وهو ما يحدد البروتوكول الذي ينطبق.
help-request-services = جميع الخدمات المطلوبة من هذه الجهة.
help-request-marks = فقط إذا كان التنبيه ينطبق فعلاً. مع التنبيه لا يُرسل سوى الإجابات المرمّزة إلى أن يقبل المُستلِم، ولا يُفصح عن التنبيه نفسه إلا عندئذ.
help-request-date = اليوم الذي تجري فيه الإحالة.
help-request-case_code = رقم الحالة في ملفاتكم. لا يُكتب هنا اسم ولا رقم هوية أبداً.
help-request-area = مكان سكن الشخص، برمز P من أوتشا (OCHA) مثل TUR027001. يُكتفى بأوسع منطقة تسمح بها الخدمة.
help-request-purpose = سبب مشاركة المعلومات. يُترك فارغاً إذا كان السبب هو المعتاد: تقديم الخدمة.
help-request-province = المحافظة وحدها، برمز P من أوتشا (OCHA) مثل TUR027.
help-request-incident = فقط إذا كانت الرعاية تتوقف عليه: بعض أنواع المساعدة بعد الاغتصاب يجب أن تبدأ خلال 72 ساعة، وأنواع أخرى تبقى ممكنة بعد ذلك أيضاً.
help-referrer-name = من يمكن سؤاله عن هذه الإحالة.
help-referrer-phone = رقم يمكن الاتصال بك عليه في أوقات العمل.
help-referrer-email = عنوان بريد العمل، لا البريد الخاص.
help-referrer-location = المكتب الذي تعمل فيه.
help-person-name = كما يكتبه الشخص. لا يُرسل إلا بعد قبول المُستلِم.
help-person-phone = فقط إذا كان الاتصال آمناً. اذكر في قسم الاتصال الآمن من قد يردّ غير الشخص.
help-person-address = فقط إذا كان لا بد من الذهاب إلى هناك.
help-person-birth_date = فقط إذا كان اليوم المحدد لازماً؛ وإلا فالفئة العمرية تكفي.
help-person-age = بالسنوات.
help-person-age_band = تكفي لمعظم الخدمات، وإرسالها أولاً آمن.
help-person-gender = كما يقول الشخص.
help-person-nationality = فقط إذا كانت الخدمة تتوقف عليها.
help-person-language = اللغة التي يريد الشخص أن يُخاطَب بها، برمز مثل ar أو ku.
help-person-national_id = فقط إذا تعذّر تقديم الخدمة من دونه.
help-person-unhcr_id = فقط إذا كان المُستلِم بحاجة إليه.
help-person-protection_id = فقط إذا تعذّر تقديم الخدمة من دونه.
help-person-disability = ما يصعب على الشخص، كي يمكنه الوصول إلى الخدمة.
help-person-household_size = عدد من يعيشون معاً، بمن فيهم الشخص نفسه.
help-caregiver-name = إذا كان الشخص طفلاً: من يتولى رعايته. إذا كان يجب ألّا يعلم مقدّم الرعاية بالإحالة، فاترك الحقل فارغاً واذكر السبب أدناه.
help-caregiver-relationship = مثلاً: أم، عم أو خال، من الجيران.
help-caregiver-contact = فقط إذا كان الاتصال بمقدّم الرعاية آمناً للطفل.
help-caregiver-child_status = مع من يعيش الطفل.
help-caregiver-informed = هل يعلم مقدّم الرعاية بهذه الإحالة.
help-caregiver-not_informed = سبب عدم إبلاغ مقدّم الرعاية. طلب الطفل عدم إبلاغه سبب وجيه.
help-background-reason = ما يحتاجه الشخص ولماذا، في بضع جمل. دون أسماء أو عناوين: فلها حقول خاصة بها.
help-background-services_provided = ما قُدّم حتى الآن، كي لا يكرره أحد.
help-background-informed = هل يعلم الشخص بما يُرسل، وإلى من، ولماذا.
help-background-referred_elsewhere = الجهات الأخرى التي طُلب منها الأمر نفسه.
help-safety-restrictions = ما يجب عدم فعله: أرقام لا يُتصل بها، وأشخاص يجب ألّا يعلموا بالأمر.
help-safety-phone_owner = لمن هذا الهاتف، ومن غيره يمكنه قراءة رسائله.
help-safety-safe_hours = متى يكون الاتصال آمناً.
help-safety-preferred_method = الطريقة التي يفضّلها الشخص للاتصال به.
help-safety-interpreter_gender = مع من يمكن للشخص أن يتكلم بحرية.
help-safety-contact_prohibited = إذا كان الجواب نعم، فلا يتصل أحد بالشخص: يمر كل شيء عبرك.
help-follow_up-expected_by = آخر يوم تتوقع أن يصلك فيه رد المُستلِم.
help-follow_up-method = كيف يبلغك المُستلِم.
help-follow_up-information = المعلومات التي اتفقتم على تبادلها.
help-feedback-note = هل يجوز للجهات أن تتبادل ملاحظات قصيرة حول الإحالة.
help-feedback-appointment = هل يجوز للمُستلِم أن يخبرك بأوقات المواعيد.
help-assessment-date = اليوم الذي تحدثت فيه مع الشخص.
help-assessment-place = اختر مكاناً يمكن للشخص أن يتكلم فيه بحرية.
help-assessment-interpreter = هل قام أحد بالترجمة. لا يترجم فرد من الأسرة أبداً حيث يُحتمل وجود عنف.
help-assessment-concerns = كل ما ينطبق، بحسب ما أخبرك به الشخص. لا يُرسل هذا أبداً في المرحلة الأولى من الإحالة.
help-assessment-concern_details = ما حدث، بكلمات الشخص نفسه، وبقدر ما يلزم للمساعدة لا أكثر. لا تسأل عن تفاصيل ستسأل عنها جهة أخرى من جديد.
help-assessment-immediate_danger = هل هناك من هو في خطر اليوم. إذا كان الجواب نعم، فتصرّف الآن: لا تنتظر هذه الاستمارة.
help-assessment-danger_source = قد يعرف منه كل من يقرؤه ممّن يأتي الخطر: اتركه فارغاً إن لم يكن لازماً.
help-assessment-registration = أين وصل تسجيل الشخص للحماية المؤقتة أو الدولية.
help-assessment-housing = ظروف سكن الأسرة حالياً.
help-assessment-income = ما تعيش منه الأسرة بشكل رئيسي.
help-assessment-children_out_of_school = عدد أطفال الأسرة الذين هم في سن المدرسة ولا يذهبون إليها.
help-assessment-support = من سيساعد الشخص إذا طلب المساعدة.
help-assessment-coping = ما تفعله الأسرة لتدبير أمورها. اسأل دون إصدار أحكام.
help-assessment-strengths = ما يقدر عليه الشخص وما يعرفه وما لديه: مهارات، أشخاص حوله، خطط.
help-assessment-wishes = بكلمات الشخص نفسه. الخطة تُبنى على ذلك.
help-assessment-risk_level = مرتفع: وقوع الأذى مرجّح خلال أيام. متوسط: وقوع الأذى مرجّح ما لم يتغيّر شيء. منخفض: لا يُتوقع وقوع أذى قريباً.
help-assessment-plan = من يفعل ماذا وحتى متى. فقط ما وافق عليه الشخص.
help-assessment-review_by = آخر يوم لإعادة النظر في هذا معاً.
help-risk-date = اليوم الذي حُدّد فيه الخطر.
help-risk-older_person = كل ما ينطبق على شخص عمره 60 سنة فأكثر.
help-risk-child = كل ما ينطبق على شخص عمره دون 18 سنة.
help-risk-woman = كل ما ينطبق. لا تسأل أبداً عن العنف حيث يمكن للآخرين أن يسمعوا.
help-risk-legal = كل ما ينطبق على الشخص أو على أحد أفراد الأسرة.
help-risk-health = كل ما ينطبق. الخطر على الحياة حالة طارئة: اتصل هاتفياً قبل أن تكتب.
help-risk-level = مرتفع: وقوع الأذى مرجّح خلال أيام. متوسط: وقوع الأذى مرجّح ما لم يتغيّر شيء. منخفض: لا يُتوقع وقوع أذى قريباً.
help-risk-act_now = هل يجب أن يتحرك أحد قبل يوم العمل التالي.
help-risk-household_too = هل يحتاج آخرون في الأسرة إلى استمارة تحديد خطر خاصة بهم.
help-risk-reason = ما رأيته أو ما قيل لك ويجعل الخطر مرتفعاً، في بضع جمل.
help-nomination-services = الخدمات التي لم يتمكن الناس من الحصول عليها.
help-nomination-provider = اسم المكتب أو المستشفى أو المدرسة. لا يُكتب اسم شخص.
help-nomination-provider_type = نوع هذه الجهة.
help-nomination-place = مكان الخدمة، برمز P من أوتشا (OCHA) مثل TUR027.
help-nomination-problems = كل ما ينطبق، بحسب ما أخبرك به الناس.
help-nomination-people_turned_away = العدد التقريبي لمن تعلم بهم.
help-nomination-since = منذ متى والوضع على هذه الحال.
help-nomination-tried = اتصالات، رسائل، مرافقة أشخاص. دون أسماء من لم تُقدَّم لهم الخدمة.
help-nomination-support_asked = ما يمكن لهيئة التنسيق أن تفعله: رسالة، اجتماع، تدريب، اتفاق.
help-nomination-contact = من يمكن سؤاله عن هذا لدى جهتكم.

## Codes of the other forms

code-assessment_place-office = في مكتبنا
code-assessment_place-community-centre = في مركز مجتمعي
code-assessment_place-home = في منزل الشخص
code-assessment_place-phone = عبر الهاتف
code-assessment_place-other = في مكان آخر

code-protection_concern-no-documents = عدم وجود وثائق
code-protection_concern-detention = خطر الاحتجاز
code-protection_concern-forced-return = خطر الإعادة القسرية
code-protection_concern-domestic-violence = عنف داخل المنزل
code-protection_concern-sexual-violence = عنف جنسي
code-protection_concern-physical-violence = عنف جسدي آخر
code-protection_concern-child-labour = عمل الأطفال
code-protection_concern-child-marriage = زواج الأطفال
code-protection_concern-family-separation = تشتت شمل الأسرة
code-protection_concern-exploitation = استغلال
code-protection_concern-trafficking = اتجار بالأشخاص
code-protection_concern-discrimination = تمييز
code-protection_concern-eviction = إخلاء من المسكن
code-protection_concern-no-access-to-services = عدم إمكانية الوصول إلى الخدمات
code-protection_concern-psychological-distress = ضائقة نفسية
code-protection_concern-other = شاغل آخر

code-source_of_danger-household = شخص يعيش مع الأسرة
code-source_of_danger-relative = أحد الأقارب في مكان آخر
code-source_of_danger-community = شخص من المجتمع المحيط
code-source_of_danger-employer = صاحب عمل
code-source_of_danger-landlord = مالك السكن
code-source_of_danger-authorities = السلطات
code-source_of_danger-armed-actors = جهات مسلحة
code-source_of_danger-unknown = غير معروف

code-registration_status-registered = تم التسجيل
code-registration_status-registered-elsewhere = تم التسجيل في محافظة أخرى
code-registration_status-pending = بانتظار الموعد
code-registration_status-expired = منتهٍ أو ملغى
code-registration_status-refused = رُفض التسجيل
code-registration_status-not-registered = لا يوجد تسجيل

code-housing-rented = إيجار مستقر
code-housing-rented-insecure = إيجار غير مستقر
code-housing-shared = سكن مشترك مع آخرين
code-housing-camp = مخيم أو مركز إيواء جماعي
code-housing-shelter = دار إيواء
code-housing-informal = خيمة أو تجمّع سكني غير رسمي
code-housing-none = دون مسكن

code-income-regular-work = عمل منتظم
code-income-irregular-work = عمل غير منتظم
code-income-assistance = مساعدات
code-income-relatives = مساعدة من الأقارب
code-income-debt = ديون
code-income-none = لا شيء

code-support_network-family = الأسرة
code-support_network-friends = أصدقاء أو جيران
code-support_network-community = مجموعات مجتمعية أو دينية
code-support_network-agencies = المنظمات والجهات فقط
code-support_network-none = لا أحد

code-coping-fewer-meals = تقليل عدد الوجبات
code-coping-debt = اقتراض المال
code-coping-sold-belongings = بيع الممتلكات
code-coping-no-health-care = الاستغناء عن الرعاية الصحية
code-coping-child-works = عمل أحد الأطفال
code-coping-child-marries = زواج مرتقب لأحد الأطفال
code-coping-begging = التسول
code-coping-sex-for-survival = الجنس من أجل البقاء
code-coping-return = التفكير في العودة
code-coping-none = لا شيء مما سبق

code-risk_level-low = منخفض
code-risk_level-medium = متوسط
code-risk_level-high = مرتفع

code-risk_of_older_people-alone = يعيش بمفرده دون دعم
code-risk_of_older_people-cares-for-children = يرعى أطفالاً بمفرده
code-risk_of_older_people-cannot-care-for-self = لا يستطيع العناية بنفسه
code-risk_of_older_people-neglect-or-abuse = إهمال أو إساءة

code-risk_of_children-unaccompanied = غير مصحوب
code-risk_of_children-separated = منفصل عن والديه
code-risk_of_children-heads-household = يتولى مسؤولية أسرة
code-risk_of_children-works = يعمل
code-risk_of_children-married-or-engaged = زواج أو خطوبة
code-risk_of_children-abuse-or-neglect = إساءة أو إهمال
code-risk_of_children-out-of-school = خارج المدرسة
code-risk_of_children-armed-groups = صلة بجماعات مسلحة
code-risk_of_children-conflict-with-law = في نزاع مع القانون

code-risk_of_women_and_girls-no-support = بمفردها دون دعم
code-risk_of_women_and_girls-heads-household = تتولى مسؤولية أسرة بمفردها
code-risk_of_women_and_girls-survivor = ناجية من العنف
code-risk_of_women_and_girls-threatened = مهدَّدة بالعنف
code-risk_of_women_and_girls-harmful-practice = ممارسة تقليدية ضارة
code-risk_of_women_and_girls-forced-marriage = زواج قسري
code-risk_of_women_and_girls-pregnant-alone = حامل وبمفردها
code-risk_of_women_and_girls-exploitation = استغلال

code-legal_and_physical_risk-no-documents = عدم وجود وثائق
code-legal_and_physical_risk-detention = احتجاز أو خطر احتجاز
code-legal_and_physical_risk-return = خطر الإعادة القسرية
code-legal_and_physical_risk-torture-survivor = النجاة من التعذيب
code-legal_and_physical_risk-threat-to-life = تهديد للحياة
code-legal_and_physical_risk-homeless = عدم وجود مكان للإقامة
code-legal_and_physical_risk-discrimination = تمييز شديد

code-health_and_disability_risk-life-threatening = حالة صحية مهدِّدة للحياة
code-health_and_disability_risk-untreated = مرض مزمن دون علاج
code-health_and_disability_risk-mental-health-crisis = أزمة صحة نفسية
code-health_and_disability_risk-suicide = خطر الانتحار
code-health_and_disability_risk-disability-without-support = إعاقة دون دعم
code-health_and_disability_risk-pregnancy-at-risk = حمل معرّض للخطر
code-health_and_disability_risk-carer-missing = غياب من يرعى شخصاً يحتاج إلى رعاية

code-provider_type-ministry = وزارة أو مديرية في المحافظة
code-provider_type-municipality = بلدية
code-provider_type-hospital = مستشفى أو مركز صحي
code-provider_type-school = مدرسة أو جامعة
code-provider_type-court = محكمة أو نقابة محامين
code-provider_type-police = شرطة أو درك (جندرما)
code-provider_type-registration-office = مكتب تسجيل
code-provider_type-ngo = منظمة
code-provider_type-other = جهة أخرى

code-service_problem-refuses = رفض تقديم الخدمة للاجئين
code-service_problem-no-capacity = لا توجد قدرة استيعابية
code-service_problem-asks-for-fees = طلب رسوم
code-service_problem-asks-for-documents = طلب وثائق لا يمكن للناس الحصول عليها
code-service_problem-no-interpreter = لا يوجد مترجم
code-service_problem-discrimination = معاملة سيئة للناس
code-service_problem-too-far = المكان بعيد جداً
code-service_problem-long-wait = مدة الانتظار طويلة جداً
code-service_problem-not-known = الناس لا يعرفون بوجود الخدمة
code-service_problem-rules-changed = تغيّرت القواعد
code-service_problem-other = سبب آخر

## More rules, and what to do about each

rule-ENV-01 = المظروف أطول من الحد المسموح به
advice-ENV-01 = اختصر نصوص الاستمارة أو الملاحظة
rule-ENV-02 = هذه البيانات ليست مظروفاً مختوماً بالشكل الوحيد المسموح به
advice-ENV-02 = تضرّر الملف أو الرسالة في الطريق: اطلب الإرسال من جديد
rule-ENV-03 = يستخدم المظروف مجموعة تشفير لا يعرفها هذا الإصدار
advice-ENV-03 = ينبغي أن تستخدم الجهتان إصداراً حديثاً
rule-ENV-04 = المظروف مختوم لمفتاح ليس لدى هذه الجهة
advice-ENV-04 = لا يلزم فعل شيء: يُبلَّغ المُرسِل بالمفتاح الحالي ويختم المظروف من جديد
rule-ENV-05 = لا يمكن فتح المظروف: إما أنه عُدّل أو أنه مختوم لجهة أخرى
advice-ENV-05 = اطلب من المُرسِل إرساله من جديد
rule-ENV-06 = محتوى المظروف ليس بالشكل الوحيد المسموح به
advice-ENV-06 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-ENV-07 = الجزء الموقَّع من الرسالة ليس بالشكل الوحيد المسموح به
advice-ENV-07 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-ENV-08 = تذكر الرسالة مُستلِماً آخر
advice-ENV-08 = لا يلزم فعل شيء: الرسالة ليست موجّهة إلى هذه الجهة
rule-ENV-09 = فشل التحقق من صحة التوقيع
advice-ENV-09 = لا تثق بهذه الرسالة؛ اسأل المُرسِل هاتفياً هل أرسلها
rule-ENV-10 = وُقّعت الرسالة ببطاقة للمُرسِل غير البطاقة المعروفة هنا
advice-ENV-10 = تبادل مع تلك الجهة البطاقات الحالية
rule-ENV-11 = الحمولة ليست تلك التي وقّعها المُرسِل
advice-ENV-11 = لا تثق بهذه الرسالة؛ اسأل المُرسِل هاتفياً هل أرسلها
rule-ENV-12 = يجب أن توجد قيمة التمليح (⁨salt⁩) والحمولة معاً، أو ألّا توجد أي منهما
advice-ENV-12 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-ENV-13 = تستخدم الحمولة ترميزاً لا يعرفه هذا الإصدار
advice-ENV-13 = ينبغي أن تستخدم الجهتان إصداراً حديثاً
rule-ENV-14 = مجموعة التشفير في المظروف ليست مجموعة المفتاح الذي يذكره
advice-ENV-14 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-CARD-01 = هذه ليست بطاقة جهة كاملة
advice-CARD-01 = تضرّر الملف أو انقطع: اطلب من الجهة إرساله من جديد
rule-CARD-02 = البطاقات في هذا الملف ليست امتداداً بعضها لبعض
advice-CARD-02 = لا تثق بهذا الملف؛ اسأل الجهة هاتفياً
rule-CARD-03 = فشل التحقق من صحة أحد التوقيعات في هذه البطاقة
advice-CARD-03 = لا تثق بهذا الملف؛ اسأل الجهة هاتفياً
rule-CARD-04 = بيان المفاتيح ليس بالشكل الوحيد المسموح به
advice-CARD-04 = اطلب من الجهة ملف بطاقة جديداً
rule-CARD-05 = بيان المفاتيح يعود إلى بطاقة أخرى
advice-CARD-05 = اطلب من الجهة ملف بطاقة جديداً
rule-CARD-06 = ملف البطاقة هذا أقدم من الملف المعروف هنا
advice-CARD-06 = لا يلزم فعل شيء: يبقى الملف الأحدث مستخدماً
rule-CARD-07 = كانت الجهة توفّر تشفيراً مقاوماً للحواسيب الكمومية ولم تعد توفّره
advice-CARD-07 = اسأل الجهة هاتفياً هل غيّرت ذلك عن قصد
rule-CARD-08 = لم تنشر الجهة مفتاح استلام ساري الصلاحية
advice-CARD-08 = اطلب من الجهة ملف بطاقة جديداً
rule-CARD-09 = الرسالة موقَّعة ببطاقة حلّت محلها بطاقة أخرى
advice-CARD-09 = اسأل الجهة هاتفياً: تغيّر مفتاحها، وقد تكون هذه الرسالة ممن بيده المفتاح القديم
rule-CARD-10 = وصلت رسائل ببطاقة الجهة ولم ترسلها الجهة نفسها
advice-CARD-10 = هذا إنذار: وقع مفتاح الجهة في يد غيرها؛ اتصل بالمسؤول التقني لديها، وراجع ما وصل باسمها
rule-CARD-11 = لبطاقات هذه الجهة تاريخان مختلفان، فلا يُعرف أيهما تاريخها
advice-CARD-11 = قابل العاملين في الجهة وجهاً لوجه، ثم خذ ملف البطاقة الذي يعطونك إياه: ⁨ihala trust settle CARD⁩
rule-TRU-01 = هذه الجهة غير معروفة هنا
advice-TRU-01 = تبادل مع هذه الجهة البطاقات وقارن معها بصمة البطاقة هاتفياً: ⁨ihala trust add CARD⁩
rule-TRU-02 = هذه الجهة ليست في قائمة الجهات الموثوقة
advice-TRU-02 = قرّر هل تثق بها: ⁨ihala trust add CARD⁩
rule-TRU-03 = هذه البصمة ليست بصمة هذه البطاقة أو الشبكة
advice-TRU-03 = قارن من جديد هاتفياً مع قراءة جميع المجموعات؛ لا تضفها ما لم تتطابق البصمتان
rule-TRU-04 = هذه جهتنا نحن
advice-TRU-04 = اذكر جهة أخرى
rule-TRU-05 = لا تسمح قائمة الثقة بمرور طلبات من نوع الحالة هذا في هذا الاتجاه بين الجهتين
advice-TRU-05 = اتصل بالجهة هاتفياً: إحدى الجهتين لا تستقبل هذا أو لا ترسله؛ وتُعدَّل القائمة باستخدام ihala trust set
rule-ROS-01 = هذا ليس ميثاقاً أو سجل أعضاء بالشكل الوحيد المقبول
advice-ROS-01 = الملف تالف أو أطول من اللازم: اطلبه مجدداً
rule-ROS-02 = الميثاق لا يتابع الميثاق المعروف
advice-ROS-02 = اطلب من المجموعة الأساسية جميع المواثيق: ihala roster export
rule-ROS-03 = عدد المقاعد الموقِّعة من المجموعة الأساسية غير كافٍ، أو أن توقيعاً لا يصح
advice-ROS-03 = اجمع التواقيع: ihala roster sign ثم merge
rule-ROS-04 = عدد التواقيع المطلوب قليل، أو تتغير مقاعد كثيرة دفعة واحدة، فقد تنقسم المجموعة الأساسية
advice-ROS-04 = يجب أن يوقّع أكثر من نصف المقاعد، وأن يتغير في كل خطوة عدد أقل من عدد التواقيع المطلوب
rule-ROS-05 = سجل الأعضاء موقَّع بميثاق غير الميثاق الساري
advice-ROS-05 = اطلب من المجموعة الأساسية سجلاً بميثاقها الحالي
rule-ROS-06 = سجل الأعضاء أقدم من المعروف
advice-ROS-06 = لا شيء يلزم فعله: يبقى الأحدث مستخدماً
rule-ROS-07 = وُقّع ميثاق أو سجل أعضاء آخر في مكان هذا
advice-ROS-07 = هذا إنذار: اسأل المجموعة الأساسية أيهما وقّعت؛ والإصدار التالي من السجل يحسم الأمر
rule-ROS-08 = فقد سجل الأعضاء عضواً
advice-ROS-08 = يُعلَّق الأعضاء أو ينسحبون ولا يُحذفون أبداً: اطلب من المجموعة الأساسية سجلاً جديداً
rule-ROS-09 = انتهى سجل أعضاء الشبكة منذ مدة، فلا يمر شيء جديد بموجبه
advice-ROS-09 = اطلب من المجموعة الأساسية سجلاً جديداً: ihala roster list
rule-ROS-10 = علّقت الشبكة عضوية هذه الجهة، أو غادرتها الجهة
advice-ROS-10 = اتصل بالمجموعة الأساسية للشبكة هاتفياً؛ وما هو مفتوح يمكن إنهاؤه
rule-ISP-01 = هذا ليس بروتوكولاً لتبادل المعلومات بالشكل الوحيد المسموح به
advice-ISP-01 = الملف متضرّر أو من نوع آخر: اطلبه من جديد
rule-ISP-02 = فشل التحقق من صحة أحد التوقيعات على البروتوكول
advice-ISP-02 = اطلب من ذلك الطرف توقيعه من جديد وإرسال الملف
rule-ISP-03 = هذه الجهة ليست طرفاً في البروتوكول
advice-ISP-03 = لا يوقّع إلا الأطراف؛ تحقّق من المعرّفات تحت ⁨[parties]⁩
rule-ISP-04 = البروتوكول الذي تذكره الرسالة غير معروف هنا
advice-ISP-04 = استورده: ⁨ihala isp import FILE⁩
advice-ISP-05 = اجمع التوقيعات: ⁨ihala isp export, sign, import⁩
advice-ISP-06 = اتفق مع الأطراف على نسخة جديدة
advice-ISP-07 = استخدم النسخة الأحدث: ⁨ihala isp list⁩
advice-ISP-08 = اتصل هاتفياً بذلك الطرف؛ يبيّن ⁨`ihala isp show ID`⁩ أي طرف هو
rule-ISP-09 = عدد كبير جداً من مقترحات هذه الجهة ينتظر رداً
advice-ISP-09 = وقّعها أو تخلّص منها: ⁨ihala isp list, isp discard⁩
rule-ISP-10 = لا يمكن فعل ذلك بالبروتوكول في وضعه الحالي
advice-ISP-10 = يبيّن ⁨ihala isp show ID⁩ من فعل ماذا: لا يُعلَّق ولا يُنهى إلا بروتوكول سارٍ، ولا يمكن التراجع إلا عن تعليق أجرته جهتكم، أما الإنهاء فلا تراجع عنه أبداً
advice-CON-01 = اقرأ على الشخص نص ⁨`ihala consent draft`⁩ وسجّل الإجابة
advice-CON-02 = اسأل الشخص من جديد مع ذكر هذه الجهة: ⁨ihala consent draft FORM --to AGENCY⁩
advice-CON-03 = اسأل الشخص من جديد: ⁨ihala consent draft FORM --to AGENCY⁩
advice-CON-04 = اسأل الشخص من جديد مع ذكر الغرض
advice-CON-05 = لا ترسل شيئاً؛ تحدّث مع الشخص
advice-CON-06 = استخدم الموافقة الخاصة بحالة هذا الشخص، أو صحّح ⁨request.case_code⁩
rule-CON-07 = هذا ليس إيصال موافقة موقَّعاً من الجهة التي يعود إليها
advice-CON-07 = لا تعتمد عليه؛ اطلب من الجهة إيصالاً جديداً
rule-CON-08 = الشخص طفل، ولا تذكر الموافقة مقدّم رعاية ولا سبباً لعدم سؤاله
advice-CON-08 = سجّل الموافقة من جديد، مع ⁨given_by = "caregiver"⁩ أو ⁨"guardian"⁩، أو اذكر السبب في ⁨caregiver_not_asked =⁩
advice-POL-01 = اتفق مع الجهة على بروتوكول: ⁨ihala isp draft, sign, export, import⁩
advice-POL-02 = يبيّن ⁨ihala isp explain FORM --to AGENCY⁩ ما يشمله البروتوكول
advice-POL-03 = اختر غرضاً من أغراض البروتوكول، أو عدّل البروتوكول مع الأطراف
advice-POL-04 = لا يلزم فعل شيء: تُحجب المعلومة
advice-POL-05 = اسأل الشخص من جديد إذا كانت المعلومة لازمة
advice-POL-06 = عدّل البروتوكول أو الموافقة؛ لا معنى للإحالة من دون هذه المعلومة
advice-POL-07 = يبيّن ⁨ihala isp explain FORM --to AGENCY⁩ السبب، لكل معلومة على حدة
rule-POL-08 = يجب إرسال هذا النوع من الحالات على مرحلتين
advice-POL-08 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-POL-09 = الإحالة التي تحمل التنبيه ⁨gbv⁩ أو ⁨trafficking⁩ لا تُرسل أبداً في مرحلة واحدة
advice-POL-09 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
advice-POL-10 = املأ الحقول المطلوبة: يذكرها لك ⁨ihala⁩
advice-POL-11 = احذف المعلومة من النص، أو اسأل الشخص هل يجوز أن تعرفها هذه الجهة
rule-POL-12 = لا تُرسل هذه المعلومة إلا بعد قبول المُستلِم
advice-POL-12 = يمكن لمن يطلبها أن يقبل الإحالة أولاً؛ عندئذ تُرسل تلقائياً
rule-POL-13 = البروتوكول الذي وردت الإحالة بموجبه لا يسمح بإحالتها إلى جهة أخرى
advice-POL-13 = أعد الإحالة إلى المُرسِل، أو اتفق على بروتوكول فيه ⁨onward = true⁩
rule-POL-14 = الموافقة التي وردت الإحالة بموجبها لا تشمل إحالتها إلى جهة أخرى
advice-POL-14 = اسأل الشخص بنفسك وسجّل الإجابة: ⁨ihala consent draft FORM --to AGENCY⁩
rule-POL-15 = سبق أن كان الطلب نفسه لدى هذه الجهة
advice-POL-15 = اتصل بها هاتفياً؛ إذا كان لا بد من إرساله إليها مرة أخرى، فاذكر السبب مع ⁨--again REASON⁩
rule-REF-01 = هذا ليس حدث إحالة بالشكل الوحيد المسموح به
advice-REF-01 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-REF-02 = الإحالة غير معروفة هنا
advice-REF-02 = تحقّق من المعرّف باستخدام ⁨`ihala list`⁩
rule-REF-03 = هذه الجهة ليست طرفاً في الإحالة
advice-REF-03 = لا يلزم فعل شيء
rule-REF-04 = هذه الخطوة تعود إلى الجهة الأخرى
advice-REF-04 = يبيّن ⁨`ihala show ID`⁩ ما يمكنك فعله
rule-REF-05 = هذه الخطوة غير ممكنة في الوضع الحالي للإحالة
advice-REF-05 = يبيّن ⁨`ihala show ID`⁩ ما يمكنك فعله
rule-REF-06 = يوجد حدث آخر في هذا الموضع من السلسلة
advice-REF-06 = هذا إنذار: اتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-REF-07 = الحدث ليس امتداداً لسلسلة الجهة التي كتبته
advice-REF-07 = هذا إنذار: اتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-REF-08 = يذكر الحدث رأس سلسلة أقدم من الذي ذكره الحدث السابق له
advice-REF-08 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-REF-09 = في الإحالة عدد كبير جداً من الأحداث
advice-REF-09 = أغلق الإحالة وابدأ إحالة جديدة
rule-REF-10 = تحتاج هذه الخطوة إلى سبب أو نتيجة من القائمة
advice-REF-10 = أضف ⁨--reason⁩ أو ⁨--outcome⁩ مع رمز من القائمة
rule-REF-11 = الإحالة التي تعود إليها هذه الخطوة لم تصل بعد
advice-REF-11 = لا يلزم فعل شيء: تُرسل الخطوة من جديد
rule-REF-12 = سُحبت الموافقة، فلا يُشارَك شيء آخر في هذه الإحالة
advice-REF-12 = تحدّث مع الشخص؛ الموافقة الجديدة تعني إحالة جديدة
rule-REF-13 = لا تُقبل هذه الإحالة إلا مع التزامات الاتصال الآمن
advice-REF-13 = اقرأها (⁨`ihala show ID`⁩) واقبل الإحالة مع ⁨--safe-contact⁩
rule-REF-14 = قائمة عمليات التسليم بين الجهات لا تنتهي بالمُرسِل
advice-REF-14 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-REF-15 = وصل هذا بعد فوات الأوان: كانت الإحالة قد انتهت، فأُتلف محتواه دون أن يُقرأ
advice-REF-15 = تحدّث مع الجهة الأخرى إذا كان الشخص لا يزال بحاجة إلى الخدمة
rule-DEL-01 = رسالتان مختلفتان تحملان معرّف رسالة واحداً
advice-DEL-01 = هذا إنذار: اتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-DEL-02 = توجد رسالة أخرى في هذا الموضع من التسلسل
advice-DEL-02 = هذا إنذار: اتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-DEL-03 = الرسالة ليست امتداداً للتسلسل
advice-DEL-03 = هذا إنذار: اتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-DEL-04 = وقت الرسالة في المستقبل
advice-DEL-04 = إحدى الساعتين غير صحيحة: قارن الوقت هاتفياً
rule-DEL-05 = انتهت صلاحية الرسالة
advice-DEL-05 = اطلب من المُرسِل إرسالها من جديد
rule-DEL-06 = هذا الإصدار لا يعرف هذا النوع من الرسائل
advice-DEL-06 = ينبغي أن تستخدم الجهتان إصداراً حديثاً
rule-DEL-08 = الرد على رسالة ليس إيصالاً ولا رفضاً من تلك الجهة
advice-DEL-08 = ينبغي أن تستخدم الجهتان إصداراً حديثاً؛ إذا بقيت المشكلة، فاتصل هاتفياً بالمسؤول التقني لدى الجهة الأخرى
rule-DEL-09 = الرسالة ليست بالشكل المطلوب لنوعها
advice-DEL-09 = برنامج المُرسِل فيه خلل: أبلغ المسؤول التقني لدى المُرسِل
rule-DEL-10 = هذا ليس سؤالاً بأحد الأشكال المقبولة
advice-DEL-10 = على الجهتين استخدام إصدار حديث
rule-DEL-07 = حجب المُرسِل المحتوى
advice-DEL-07 = لا يلزم فعل شيء: لم يعد إرساله جائزاً بحسب الموافقة أو البروتوكول
rule-AUD-01 = شجرة التدقيق لدى الجهة ليست امتداداً لما أبلغت به سابقاً
advice-AUD-01 = هذا إنذار: أُعيدت كتابة سجل الجهة، أو استُعيد من نسخة احتياطية؛ اتصل هاتفياً بمسؤولها التقني
rule-AUD-02 = لم تصل بعد نقطة تحقق سابقة من هذه الجهة
advice-AUD-02 = لا يلزم فعل شيء: تُرسل من جديد
rule-BAK-01 = هذا ليس ملف نسخة احتياطية كاملاً بالشكل الوحيد المسموح به
advice-BAK-01 = الملف تالف أو مقطوع: استخدم نسخة أخرى منه أو نسخة احتياطية أقدم
rule-BAK-02 = غُيِّرت النسخة الاحتياطية، أو لم توقّعها الجهة المذكورة فيها
advice-BAK-02 = لا تستعد البيانات من هذا الملف: استخدم نسخة أخرى منه أو نسخة احتياطية أقدم
rule-BAK-03 = النسخة الاحتياطية ليست مختومة لملف الاستعادة هذا
advice-BAK-03 = استخدم ملف الاستعادة الذي كان سارياً حين أُنشئت النسخة الاحتياطية
rule-BAK-04 = محتوى النسخة الاحتياطية لا يُفتح، أو لا يطابق ما يقوله رأسها
advice-BAK-04 = استخدم نسخة أخرى منها أو نسخة احتياطية أقدم
rule-BAK-05 = استُعيدت إحدى الجهتين من نسخة احتياطية، ولا تعرف بعدُ ما جرى بينهما بعدها
advice-BAK-05 = لا شيء يُفعل: ستبلغ الجهة الأخرى حالما يمكن الوصول إليها؛ ويعرض ⁨`ihala recovery`⁩ من لم تبلغ بعد
rule-BAK-06 = انقضى آخر يوم لهذه النسخة الاحتياطية
advice-BAK-06 = استعمل نسخة أحدث: فما مُحي منذ ذلك الحين يجب ألا يعود

## Forms in files and in the terminal

text-form_leave = ما يُترك فارغاً لا يُرسل. السطور التي تبدأ بالرمز # للمساعدة.
text-form_needed = مطلوب
text-form_needed_if = مطلوب بحسب إجابات أخرى
text-form_one = واحد مما يلي:
text-form_any = ما ينطبق مما يلي، في قائمة مثل { $example }:
text-form_day = تاريخ: { $example }
text-form_moment = تاريخ ووقت مع فرق التوقيت: { $example }
text-form_number = عدد من 0 إلى { $max }
text-form_flag = نعم أو لا: true أو false
text-form_place = رمز مكان (رمز P): { $example }
text-form_language = رمز لغة: { $example }
text-yes = نعم
text-no = لا

## Mistakes in files (the places hold keys and codes of the file; what stands between `…` is typed as it is)

mistake = السطر { $line }: { $what }
mistake-file-too-long = الملف أطول من الحد المسموح به، بالبايت: { $max }
mistake-not-toml = صياغة ⁨TOML⁩ غير صحيحة: { $why }
mistake-incomplete = الملف غير مكتمل
mistake-not-text = يجب أن يكون ⁨`{ $key }`⁩ نصاً بين علامتي اقتباس
mistake-not-number = يجب أن يكون ⁨`{ $key }`⁩ عدداً صحيحاً من 0 إلى { $max }
mistake-not-flag = يجب أن يكون ⁨`{ $key }`⁩ إما ⁨true⁩ أو ⁨false⁩
mistake-not-date = يجب أن يكون ⁨`{ $key }`⁩ تاريخاً موجوداً فعلاً، مكتوباً مثل ⁨`1990-04-23`⁩
mistake-not-moment = يجب أن يكون ⁨`{ $key }`⁩ وقتاً مع فرق التوقيت، مكتوباً مثل ⁨`2026-01-31T14:00:00+03:00`⁩
mistake-not-code = يجب أن يكون ⁨`{ $key }`⁩ واحداً مما يلي: { $names }
mistake-not-codes = يجب أن تكون قيم ⁨`{ $key }`⁩ مما يلي: { $names }
mistake-not-list = يجب أن يكون ⁨`{ $key }`⁩ قائمة، مثل ⁨`["a", "b"]`⁩
mistake-not-line = يجب أن يكون ⁨`{ $key }`⁩ سطراً واحداً، والحد الأقصى لعدد أحرفه: { $max }
mistake-not-place = يجب أن يكون ⁨`{ $key }`⁩ رمز ⁨P⁩ من أوتشا (⁨OCHA⁩) مثل ⁨`TUR079`⁩
mistake-not-province = يجب أن يكون ⁨`{ $key }`⁩ رمز ⁨P⁩ لمحافظة مثل ⁨`TUR079`⁩
mistake-not-language = يجب أن يكون ⁨`{ $key }`⁩ رمز لغة مثل ⁨`ar`⁩
mistake-too-long = عدد الأحرف في ⁨`{ $key }`⁩ هو { $count }؛ الحد الأقصى المسموح به: { $max }
mistake-control = يجب ألّا يحتوي ⁨`{ $key }`⁩ على أحرف تحكم
mistake-line-break = يجب ألّا يحتوي ⁨`{ $key }`⁩ على فواصل أسطر أو أحرف تحكم
mistake-write = اكتب { $shape }
mistake-missing = ينقص ⁨`{ $key }`⁩
mistake-missing-always = ينقص ⁨`{ $path }`⁩، وهو مطلوب دائماً في هذه الاستمارة
mistake-missing-by-others = ينقص ⁨`{ $path }`⁩، وهو مطلوب بسبب إجابات أخرى
mistake-empty = يجب ملء ⁨`{ $key }`⁩
mistake-names-none = يجب أن يحتوي ⁨`{ $key }`⁩ على قيمة واحدة على الأقل
mistake-first-line = يجب أن يبدأ الملف بما يلي: { $line }
mistake-no-form = يجب أن يبدأ الملف بما يلي: ⁨`form =`⁩ يليه واحد من: { $names }
mistake-not-of-form = ليس ⁨`{ $path }`⁩ جزءاً من هذه الاستمارة
mistake-unknown-field = حقل غير معروف: ⁨`{ $path }`⁩
mistake-unknown-field-near = حقل غير معروف: ⁨`{ $path }`⁩؛ هل تقصد ⁨`{ $near }`⁩؟
mistake-unknown-key = مفتاح غير معروف: ⁨`{ $key }`⁩
mistake-unknown-key-near = مفتاح غير معروف: ⁨`{ $key }`⁩؛ هل تقصد ⁨`{ $near }`⁩؟
mistake-unknown-key-known = مفتاح غير معروف: ⁨`{ $key }`⁩؛ المفاتيح المعروفة: { $known }
mistake-key-in-group = مفتاح غير معروف: ⁨`{ $key }`⁩؛ مكانه تحت ⁨[{ $group }]⁩
mistake-no-such-day = التاريخ في ⁨`{ $path }`⁩ غير ممكن: صحّح السنة أو الشهر أو اليوم
mistake-ages-differ = العمر والفئة العمرية وتاريخ الميلاد غير متوافقة: صحّح أحدها، أو اتركه فارغاً
mistake-none-and-others = في ⁨`{ $path }`⁩ القيمة ⁨"none"⁩ مع قيمة أخرى: احذف إحداهما
mistake-agency-id = معرّف الجهة مكوّن من 64 خانة ست عشرية: يعرضه ⁨`ihala card show`⁩
mistake-agency-twice = ذُكرت هذه الجهة مرتين
mistake-trust-id = يجب أن يكون ⁨`id`⁩ بصمة جهة، أو المعرّف ذا الخانات الـ64: يعرضهما ⁨`ihala card show`⁩
mistake-trust-name-twice = في القائمة جهة أخرى بهذا الاسم
mistake-trust-address = يُكتب العنوان مثل ⁨`/ip4/192.0.2.1/tcp/4717`⁩
mistake-trust-addresses = للجهة هنا { $max } عنواناً على الأكثر
mistake-network-id = يجب أن يكون ⁨`id`⁩ بصمة شبكة، أو المعرّف ذا الخانات الـ64: يعرضهما ⁨`ihala roster show`⁩
mistake-network-twice = ذُكرت هذه الشبكة مرتين، أو لشبكتين اسم واحد
mistake-seat-twice = لمقعدين هذا المفتاح نفسه: يصنع كل صاحب مقعد مفتاحه باستخدام ⁨`ihala roster seat`⁩
mistake-seat-key = يجب أن يكون ⁨`key`⁩ ما عرضه الأمر ⁨`ihala roster seat`⁩
mistake-threshold = من { $seats } مقاعد يجب أن يوقّع أكثر من نصفها، ولا أكثر منها كلها
trust-file = قائمة الثقة لهذه الجهة: من نعرف، وما الذي يجوز أن يمر بيننا.
    عدّلها ثم: ihala trust check (ما الذي سيتغير)، ثم ihala trust reload (لتصبح سارية).
    تعدّل الأوامر `ihala trust add` و`set` و`remove` هذا الملف أيضاً؛ وتبقى التعليقات.

    { "[[agency]]" }
    id = "..."                       البصمة بعد مقارنتها هاتفياً؛ لا تتغير أبداً
    name = "Legal Clinic"            الاسم الذي نستخدمه لها
    send = true                      هل نحيل إليها أشخاصاً
    receive = true                   هل تحيل إلينا أشخاصاً
    case_types = ["legal"]           هذه فقط؛ احذف السطر للسماح بالكل
    addresses = ["/ip4/192.0.2.1/tcp/4717"]  عناوين أخرى للمحاولة
    thin = false                     ‏true: أيضاً من دون تشفير مقاوم للحواسيب الكمومية
    notes = "التقينا في اجتماع حزيران"

    ما يجوز مشاركته مكتوب في بروتوكولات مشاركة المعلومات؛ هذه القائمة تمنع المزيد فقط.
mistake-consent-answer = يجب أن يكون ⁨`answer`⁩ ما قاله الشخص بعد سماع النص: ⁨`given`⁩ أو ⁨`refused`⁩؛ أو ⁨`requested`⁩ أو ⁨`deferred`⁩ أو ⁨`unknown`⁩
mistake-consent-witness = يجب ملء ⁨`witness`⁩ إذا أُعطيت الموافقة شفهياً
mistake-consent-assent = الطفل غير موافق: هذه ليست موافقة (أي أساس آخر يحتاج إلى سبب وإلى ذكر من أذن به)
mistake-consent-valid-until = يجب ألّا يكون ⁨`valid_until`⁩ قبل ⁨`date`⁩، ولا بعده بعشر سنوات أو أكثر
mistake-consent-date = ⁨`date`⁩ هو اليوم الذي أجاب فيه الشخص
mistake-consent-guardian = يتعارض ⁨`{ $key }`⁩ مع ⁨given_by = `person`⁩
mistake-consent-recipients = اكتب ⁨`[[recipient]]`⁩، والحد الأقصى لعدد المرات: { $max }
mistake-isp-previous = يجب أن يكون ⁨`previous`⁩ الخانات الأربع والستين لخلاصة (⁨digest⁩) بروتوكول
mistake-isp-version = يبدأ ⁨`version`⁩ من 1؛ والنسخة اللاحقة تذكر خلاصة (⁨digest⁩) النسخة التي قبلها في ⁨`previous`⁩
mistake-isp-valid-until = يجب أن يكون ⁨`valid_until`⁩ بعد ⁨`valid_from`⁩، وخلال عشر سنوات منه
mistake-isp-too-long = البروتوكول بعد تجميعه أطول من الحد المسموح به، بالبايت: { $max }
mistake-isp-parties = اكتب ⁨`[parties]`⁩، ثم سطراً واحداً لكل جهة: ⁨`name = "id"`⁩
mistake-isp-party-name = يجب أن يكون اسم الطرف سطراً واحداً من النص
mistake-isp-party-count = عدد أطراف البروتوكول من 2 إلى { $max }
mistake-isp-hours = يجب أن يكون ⁨`{ $key }`⁩ أربع مدد بالساعات: ⁨`[acknowledge, decide, serve, feed back]`⁩
mistake-isp-phones = اكتب ⁨`[phones]`⁩، ثم سطراً واحداً لكل طرف: ⁨`name = "number"`⁩
mistake-isp-phone = يجب أن يكون الرقم سطراً واحداً من النص
mistake-isp-no-party = هذا الاسم غير موجود تحت ⁨`[parties]`⁩
mistake-isp-clause-party = يجب أن يكون ⁨`{ $key }`⁩ إما ⁨`any`⁩ أو اسماً موجوداً تحت ⁨`[parties]`⁩
mistake-isp-review = يتعارض ⁨`{ $place }`⁩ مع الباقي: المراجعة بعد النهاية
mistake-isp-deadlines = يتعارض ⁨`{ $place }`⁩ مع الباقي: المدد الأربع لكل درجة استعجال يجب أن تكون متصاعدة
mistake-isp-to-itself = يتعارض ⁨`{ $place }`⁩ مع الباقي: المُرسِل والمُستلِم فيه جهة واحدة
mistake-isp-stages = يتعارض ⁨`{ $place }`⁩ مع الباقي: بند سابق ينص على غير ذلك بشأن المراحل لنوع الحالة نفسه وللأطراف أنفسهم
mistake-isp-label-twice = يتعارض ⁨`{ $place }`⁩ مع الباقي: بندان يحملان هذه التسمية
mistake-isp-own = هذا الحقل متناقض: تتكوّن الأسماء من أحرف لاتينية صغيرة وأرقام و⁨`_`⁩؛ يُستخدم ⁨`max`⁩ مع الأعداد، و⁨`[[field.code]]`⁩ مع رمز أو عدة رموز، و⁨`coded`⁩ مع رمز أو عدة رموز أو نعم/لا؛ للحقل المرمَّز 16 رمزاً كحد أقصى؛ ولا تتكرر أرقام الرموز (تبدأ من 1) ولا أسماؤها؛ وتحتوي التسميات على أحرف من دون محارف غير مرئية
mistake-isp-own-twice = حقلان يحملان الاسم نفسه: { $name }
mistake-own-too-many = الحد الأقصى للحقول الخاصة في الاستمارة: { $max }
mistake-own-unknown = هذا الحقل الخاص غير معرَّف في أي بروتوكول مع المُستلِم: ⁨`{ $field }`⁩
mistake-own-unknown-advice = يعرض ⁨`ihala isp show ID`⁩ الحقول الخاصة بالبروتوكول
mistake-own-unfit = لا يمكن أن يحتوي ⁨`{ $field }`⁩ على هذه القيمة؛ ما يقبله: { $holds }
mistake-tables = اكتب ⁨`{ $shape }`⁩ من مرة واحدة إلى { $max } مرة كحد أقصى

## Names of states and steps: of tasks, business status, steps, clocks, deliveries, consents, protocols

name-task-requested = طُلبت
name-task-received = استُلمت
name-task-accepted = قُبلت
name-task-rejected = رُفضت
name-task-in-progress = قيد التنفيذ
name-task-on-hold = متوقفة مؤقتاً
name-task-completed = اكتملت
name-task-cancelled = أُلغيت
name-task-failed = تعذّر إتمامها
name-task-entered-in-error = سُجّلت بالخطأ
name-business-created = أُنشئت
name-business-accepted = قُبلت
name-business-declined = رُفضت
name-business-event-scheduled = حُدّد موعد
name-business-event-unattended = لم يحضر الشخص إلى الموعد
name-business-event-cancelled = أُلغي الموعد
name-business-event-completed = تمّ الموعد
name-business-cancellation-requested = طُلب الإلغاء
name-business-cancellation-refused = رُفض الإلغاء
name-business-consent-withdrawn = سُحبت الموافقة
name-business-fulfilment-completed = اكتمل التنفيذ
name-business-fulfilment-cancelled = أُلغي التنفيذ
name-business-entered-in-error = سُجّلت بالخطأ
name-step-requested = تقديم الطلب
name-step-cancel-requested = طلب الإلغاء
name-step-received = استلام
name-step-accepted = قبول
name-step-rejected = رفض
name-step-started = بدء التنفيذ
name-step-completed = اكتمال التنفيذ
name-step-cancel-confirmed = تأكيد الإلغاء
name-step-cancel-refused = رفض الإلغاء
name-step-asked = سؤال
name-step-answered = إجابة
name-step-identity-released = الإفصاح عن هوية الشخص
name-step-nudged = تذكير
name-step-entered-in-error = وسم الإحالة بأنها سُجّلت بالخطأ
name-step-scheduled = تحديد موعد
name-step-unattended = عدم حضور الشخص
name-step-appointment-cancelled = إلغاء الموعد
name-step-attended = حضور الشخص
name-step-put-on-hold = إيقاف مؤقت
name-step-resumed = استئناف
name-step-failed = التخلي عن الإحالة
name-step-referred-onward = إحالة إلى جهة أخرى
name-step-onward-outcome = نتيجة الإحالة إلى جهة أخرى
name-step-stopped = وقف المشاركة
name-step-erasure-ordered = أمر بالإتلاف
name-step-erased = إتلاف
name-step-retained = احتفاظ
name-step-onward-erasure = الإتلاف لدى جهة أخرى
name-clock-acknowledge = تأكيد الاستلام
name-clock-decide = البتّ في الإحالة
name-clock-serve = تقديم الخدمة
name-clock-feed-back = الإبلاغ بالنتيجة
name-delivery-queued = بانتظار التسليم
name-delivery-delivered = سُلّمت
name-delivery-refused = رُفضت
name-isp-waiting-for-signatures = بانتظار التوقيعات
name-isp-suspended = معلّق
name-isp-terminated = مُنهى
name-isp-replaced-by-a-newer-version = حلّت محله نسخة أحدث
name-isp-not-yet-in-force = لم يسرِ بعد
name-isp-lapsed = انقضت مدته
name-isp-in-force = سارٍ
name-change-suspended = معلّق
name-change-in-force = سارٍ
name-change-terminated = مُنهى
name-consent-refused = رُفضت
name-consent-given = أُعطيت
name-consent-requested = طُلبت
name-consent-deferred = أُجّلت
name-consent-unknown = غير معروفة
name-consent-renewed = جُدّدت
name-consent-expired = انتهت صلاحيتها
name-consent-invalidated = أُبطلت
name-consent-revoked = أُلغيت
name-consent-withdrawn = سُحبت

# What the engine tells whoever asked, beside rules and labels. One key on a line; KEY-advice
# says what to do about KEY. Words between ` and ` are typed as they are.

## Who and what is meant

unknown-rule = قاعدة لا يعرفها هذا الإصدار
unknown-rule-advice = ينبغي أن تستخدم الجهتان إصداراً حديثاً
referral-no-id = هذا ليس معرّف إحالة
referral-no-id-advice = اكتب المعرّف، أو أول أربع خانات منه على الأقل (⁨`ihala list`⁩)
referral-several = أكثر من إحالة واحدة تبدأ هكذا
referral-several-advice = اكتب خانات أكثر (⁨`ihala list`⁩)
referral-unknown = لا توجد إحالة بهذا المعرّف
referral-unknown-advice = راجع ⁨`ihala list`⁩
consent-no-id = هذا ليس معرّف موافقة
consent-no-id-advice = اكتب المعرّف، أو أول أربع خانات منه على الأقل (⁨`ihala consent list`⁩)
consent-several = أكثر من موافقة واحدة تبدأ هكذا
consent-several-advice = اكتب خانات أكثر (⁨`ihala consent list`⁩)
consent-unknown = لا توجد موافقة بهذا المعرّف
consent-unknown-advice = يعرض ⁨`ihala consent record`⁩ المعرّف، ويعرض ⁨`ihala consent list`⁩ جميع الموافقات
agency-several = ينطبق هذا الاسم على أكثر من جهة
agency-several-advice = اكتب خانات أكثر من المعرّف (⁨`ihala trust list`⁩)
agency-unknown = لا توجد جهة موثوقة بهذا الاسم أو المعرّف
agency-unknown-advice = راجع ⁨`ihala trust list`⁩؛ أضف جهة باستخدام ⁨`ihala trust add CARD`⁩
isp-several = ينطبق ذلك على أكثر من بروتوكول
isp-several-advice = اكتب خانات أكثر من المعرّف (⁨`ihala isp list`⁩)
isp-unknown = لا يوجد بروتوكول بهذا المعرّف
isp-unknown-advice = راجع ⁨`ihala isp list`⁩؛ أضف بروتوكولاً باستخدام ⁨`ihala isp draft`⁩ أو ⁨`ihala isp import`⁩
no-page = لا يشير ⁨`after`⁩ إلى أي صفحة
no-page-advice = استخدم ⁨`next`⁩ من الصفحة السابقة
any-agency = أي جهة في هذا المجال ({ $class })
any-party = أي طرف
it-is = الوضع الحالي: { $state }

## Forms

form-mistakes = في الاستمارة أخطاء
form-mistakes-advice = صحّحها وحاول من جديد؛ للتحقق من الاستمارة مرة أخرى: ⁨`ihala form check FILE`⁩
nominate-on-paper = ليست لدى هذا المُستلِم عقدة: لا يمكن إرسال أي شيء إليه
nominate-on-paper-advice = أبلغه هاتفياً أو بكتاب؛ أما هيئة التنسيق التي لديها عقدة فيمكن إبلاغها عبر ⁨`ihala nominate`⁩
form-about-service = هذه الاستمارة تخص خدمة، وليست إحالة
form-about-service-advice = استخدم ⁨`ihala nominate FORM --to AGENCY`⁩
form-about-person = هذه الاستمارة تخص شخصاً، وتُرسل على شكل إحالة
form-about-person-advice = استخدم ⁨`ihala refer FORM --to AGENCY`⁩
isp-mistakes = في البروتوكول أخطاء
isp-mistakes-advice = صحّحها وحاول من جديد
consent-mistakes = في سجل الموافقة أخطاء
consent-mistakes-advice = صحّحها وحاول من جديد

## Referring

refer-to-whom = تُوجَّه الإحالة إلى جهة واحدة أو أكثر
refer-to-whom-advice = اذكر الجهات مع ⁨`--to`⁩، وعددها من 1 إلى { $max }
refer-twice = ذُكرت إحدى الجهات مرتين
refer-twice-advice = اذكر كل جهة مرة واحدة
onward-not-ours = لا يُحال إلى جهة أخرى إلا ما ورد إلينا
onward-accept-first = وضعها الحالي: { $status }؛ اقبلها قبل إحالتها إلى جهة أخرى
onward-too-often = سُلّمت من جهة إلى أخرى مرات كثيرة جداً
no-reason = هذا ليس سبباً من القائمة
no-reason-advice = واحد مما يلي: { $names }
handed-on-again = هذه عملية التسليم بين الجهات رقم { $count }: يُنقل الشخص من جهة إلى أخرى مرة بعد مرة؛ اتصل هاتفياً قبل أن تتابع
been-there-before = سبق أن كانت لدى المُستلِم؛ السبب المذكور: { $reason }
care-window = لا تفيد بعض أنواع الرعاية إلا خلال 72 ساعة من الحادثة، أي حتى { $time }، ولا يجوز أن يعرف المُستلِم هذا الوقت إلا بعد قبوله: اتصل به هاتفياً، أو أجرِ الإحالة على أنها طارئة
waits-for-account = تنتظر حتى تخبر هذه الجهة بما جرى بعد النسخة الاحتياطية التي استُعيدت منها العقدة: ⁨`ihala recovery`⁩
emergency-way = هذه حالة طارئة: اتصل هاتفياً بالجهة الآن؛ اذكر درجة الاستعجال وما يلزم والمنطقة والفئة العمرية، ولا تذكر أي اسم
emergency-way-to = هذه حالة طارئة: اتصل هاتفياً الآن بمن يلي: { $whom }؛ اذكر درجة الاستعجال وما يلزم والمنطقة والفئة العمرية، ولا تذكر أي اسم
emergency-phone = حالة طارئة: اتصل هاتفياً الآن بالجهة { $agency } ({ $number })، واذكر درجة الاستعجال ونوع الحالة والمنطقة، ولا تذكر أي اسم؛ ثم سجّل المكالمة: ⁨`ihala called`⁩
emergency-phone-unknown = حالة طارئة: اتصل هاتفياً الآن بالجهة { $agency } (الرقم غير موجود في البروتوكول)، واذكر درجة الاستعجال ونوع الحالة والمنطقة، ولا تذكر أي اسم؛ ثم سجّل المكالمة: ⁨`ihala called`⁩
emergency-not-taken = لم يتولَّ المُستلِم هذه الحالة الطارئة: اتصل هاتفياً الآن بمُستلِم آخر؛ اذكر درجة الاستعجال وما يلزم والمنطقة والفئة العمرية، ولا تذكر أي اسم
emergency-not-taken-others = لم يتولَّ المُستلِم هذه الحالة الطارئة: اتصل هاتفياً الآن بإحدى هذه الجهات: { $others }؛ اذكر درجة الاستعجال وما يلزم والمنطقة والفئة العمرية، ولا تذكر أي اسم

## What to know before acting on a referral

do-not-contact = ممنوع الاتصال بالشخص: كل تواصل يمر عبر مسؤول الحالة المُحيل
first-stage-alone = لا يُعرف هنا من هذا الطلب إلا ما كان قد أُرسل: أما الباقي فضاع مع القرص قبل الاستعادة ولن يصل. اسأل الشخص من جديد، وأحِل من جديد، وألغِ هذا مع إبلاغ الجهة
safe-contact = لا تتصل بالشخص إلا بالطريقة وفي الأوقات التي يحددها، ولا تتصل به أبداً عبر أحد أقاربه، ولا تذكر أبداً الجهة التي تتصل باسمها ما لم تكن تعرف من يسمعك، واستعن بمترجم من الجنس الذي يطلبه الشخص
identity-after-accept = تصلك هوية الشخص بعد قبولك الإحالة، والقبول يعني: { $safe_contact }
identity-not-yet = لم تصل هوية الشخص بعد: ستصل حالما يمكن الوصول إلى عقدة المُرسِل، إذا كانت الموافقة والبروتوكول لا يزالان يسمحان بذلك؛ وقد التزمت بما يلي: { $safe_contact }
identity-came = لقد التزمت بما يلي: { $safe_contact }
in-error-still-there = ما أُرسل إلى { $agency } لا يزال هناك: لإتلافه، استخدم ⁨`ihala consent withdraw { $referral } --from { $id } --erase`⁩
ask-the-person = أُبلغت جهة لديها البيانات بأن الموافقة سُحبت: اسأل الشخص؛ ثم ⁨`ihala consent withdraw { $referral } --stop`⁩ أو ⁨`--erase`⁩، أو، إذا كان لا يزال موافقاً، ⁨`ihala consent renew { $consent } --until DATE --method HOW --person-was-asked`⁩؛ تبقى هذه الإحالة متوقفة، والجهة التي سحب الشخص الموافقة لديها لا تستلم شيئاً آخر بموجب هذه الموافقة: سجّل موافقة جديدة لتلك الجهة
never-left = لم تخرج من هنا قط: لا تعلم الجهة الأخرى عنها شيئاً، ولم يبقَ ما يلزم فعله
nothing-more-shared = سُحبت الموافقة: لا يُشارَك شيء آخر، في أيّ من الاتجاهين
knows-destroyed = أُتلفت هنا
knows-stored = مخزَّنة هنا
knows-reported-destroyed = بحسب إفادة: أتلفت الجهة ما أُبلغت به
knows-paper-to-destroy = يجب إتلاف ما أُبلغت به الجهة: اتصل بها هاتفياً، وسجّل إفادة بردّها
knows-says-destroyed = بحسب رد الجهة: أُتلفت المعلومات
knows-keeps = يُحتفظ بالمعلومات على أساس قانوني
knows-ordered = صدر أمر بإتلاف المعلومات، ولم يصل رد بعد
knows-confirmed = أكّدت عقدة هذه الجهة الاستلام
knows-refused = رفضت عقدة هذه الجهة الإحالة، ولا تحتفظ بشيء
knows-paper = جهة ليست لديها عقدة: هذا ما يجوز إبلاغها به
knows-waits = ليس بعد: تنتظر هنا
knows-sent = الجهة المُرسِلة
knows-further-destroyed = وصلت المعلومات عن طريق المُستلِم، ثم أُتلفت، بحسب قول المُستلِم
knows-further-keeps = وصلت المعلومات عن طريق المُستلِم، ويُحتفظ بها على أساس قانوني، بحسب قول المُستلِم
knows-further = وصلت المعلومات عن طريق المُستلِم

## Steps of a referral

step-refused-there = رفضت العقدة الأخرى الإحالة، فلا شيء يمكن فعله معاً
step-reported = خطوات المُستلِم الذي ليست لديه عقدة لا تُسجَّل إلا بإفادة، ولا تُسجَّل بإفادة خطوات غيره
step-reported-advice = استخدم ⁨`ihala report ID STEP --said-by NAME --how WAY`⁩
step-by-node = هذه الخطوة تتخذها العقدة نفسها
step-by-node-advice = يبيّن ⁨`ihala show ID`⁩ ما يمكنك فعله
step-accept-note = لا يمكن إرفاق ملاحظة بالقبول مع التزامات الاتصال الآمن
step-accept-note-advice = اقبل أولاً؛ الملاحظة تُرفق بخطوة لاحقة
step-asks-nothing = لا بد أن يطلب السؤال شيئاً
step-asks-nothing-advice = اذكر الحقول مع ⁨`--field`⁩، أو اكتب ما تحتاج إليه مع ⁨`--note`⁩
step-note = الملاحظة طويلة جداً، أو تحتوي على أحرف تحكم
step-note-advice = الحد الأقصى لعدد الأحرف التي يمكنك كتابتها: { $max }
step-appointment = الموعد في { $time }
step-appointment-when = يجب أن يكون الموعد اليوم أو بعده، وخلال خمس سنوات
step-appointment-when-advice = اكتبه مع فرق التوقيت عن ⁨UTC⁩، مثل ⁨`--at 2026-01-31T14:00:00+03:00`⁩
step-until-when = اذكر حتى متى يسري هذا
step-until-when-advice = اكتبه مع فرق التوقيت عن ⁨UTC⁩، مثل ⁨`--at 2026-01-31T14:00:00+03:00`⁩
step-nothing-waits = لا شيء ينتظر القبول، أو لم تُقبل الإحالة مع التزاماتها
step-no-time = هذه الخطوة لا يُذكر معها وقت
step-no-time-advice = احذفه
step-no-fields = هذه الخطوة لا تُذكر معها حقول
step-no-fields-advice = احذفها
step-no-agency = هذه الخطوة لا تُذكر معها جهة
step-no-agency-advice = احذفها
step-no-form = هذه الخطوة لا تُرفق بها استمارة
step-no-form-advice = احذفها
step-no-safe-contact = هذه الخطوة لا يُذكر معها إقرار
step-no-safe-contact-advice = احذفه
step-nothing-more = وضعها الحالي: { $status }، ولا يمكن فعل شيء آخر
step-possible = وضعها الحالي: { $status }؛ الممكن الآن: { $steps }
step-no-such-code = هذا ليس رمزاً من القائمة { $list }
step-no-such-code-advice = واحد مما يلي: { $names }
step-needs-code = تحتاج هذه الخطوة إلى رمز من القائمة ⁨`{ $list }`⁩
step-needs-code-advice = واحد مما يلي: { $names }
step-takes-no-code = هذه الخطوة لا يُذكر معها أي رمز
answer-may-not = لا يجوز الإفصاح عن ⁨`{ $path }`⁩: { $why } ({ $rule })
answer-may-not-advice = قدّم استمارة تحتوي عليه (⁨`--form`⁩)، أو اذكر سبب عدم الإفصاح عنه: ⁨`--cannot`⁩ { $names }
answer-nothing = لا تحتوي الاستمارة على شيء آخر مما طُلب
answer-nothing-advice = قدّم استمارة تحتوي عليه (⁨`--form`⁩)، أو اذكر سبب عدم الإفصاح عنه: ⁨`--cannot`⁩ { $names }
answer-other-form = هذه الاستمارة غير استمارة الإحالة
answer-other-form-advice = ابدأها بالسطر ⁨`form = "{ $form }"`⁩
step-takes-no-code-advice = احذفه
step-time-not-told = لذلك لم يُسجَّل أي شيء: لا يسمح البروتوكول أو الموافقة بإبلاغ مواعيد اللقاءات
step-time-not-told-advice = اتفق على الموعد هاتفياً؛ يلزم إدراج ⁨`feedback.appointment`⁩ في البروتوكول وفي الموافقة
step-note-not-told = لذلك لم يُسجَّل أي شيء: لا يسمح البروتوكول أو الموافقة بنقل الملاحظات
step-note-not-told-advice = نفّذ الخطوة من دون ⁨`--note`⁩ وأبلغ الملاحظة هاتفياً
leak = ⁨`{ $path }`⁩ يكشف، عند الحرف رقم { $at }، قيمة ⁨`{ $tells }`⁩
ask-no-field = لا يوجد حقل أو مجموعة بهذا الاسم: { $field }
ask-no-field-advice = الحقول هي حقول الاستمارة، مثل ⁨`person.phone`⁩ أو ⁨`safety`⁩
called-with = اذكر مع من تحدثت، واذكر في سطر واحد ما قيل
called-with-advice = الحد الأقصى لعدد الأحرف: للاسم { $with }، ولما قيل { $said }
called-too-often = لا يمكن تسجيل مزيد من المكالمات في هذه الإحالة

## Receivers without a node

paper-name = للمُستلِم اسم ورقم هاتف، كل منهما في سطر واحد
paper-name-advice = الحد الأقصى لعدد الأحرف القابلة للطباعة في الاسم: { $max }
paper-name-taken = هذا الاسم مستخدم لجهة أخرى
paper-name-taken-advice = اختر اسماً يميّز بينهما
paper-has-node = لدى هذا الطرف عقدة: يوقّع بنفسه
paper-has-node-advice = أرسل إليه البروتوكول: ⁨`ihala isp sign`⁩
paper-say-who = اذكر من وقّع، ومتى، وأين تُحفظ الورقة، في سطر واحد
paper-say-who-advice = مثلاً: ⁨`--paper "Dr Aydin, 2026-11-02, cabinet 3"`⁩
report-how = هذه ليست طريقة إبلاغ من القائمة
report-how-advice = واحدة مما يلي: { $names }
report-when = اذكر متى قيل ذلك، مع فرق التوقيت عن ⁨UTC⁩
report-when-advice = اكتبه مثل ⁨`2026-01-31T14:00:00+03:00`⁩
report-when-impossible = لا يمكن أن يكون ذلك قد قيل قبل إجراء الإحالة، ولا في المستقبل
report-when-impossible-advice = صحّح ⁨`--when`⁩؛ إذا لم يُذكر، يُؤخذ وقت هذه الإفادة
report-said-by = اذكر من أخبرنا، في سطر واحد
report-said-by-advice = اذكر اسم الشخص

## Trust and protocols

petname = عدد الأحرف القابلة للطباعة في اسم الجهة من 1 إلى { $max }
petname-advice = اختر اسماً مع ⁨`--name`⁩
petname-taken = هذا الاسم مستخدم لجهة موثوقة أخرى
petname-taken-advice = اختر اسماً مع ⁨`--name`⁩
trust-undisputed = لا خلاف حول بطاقات هذه الجهة ليُحسم
trust-undisputed-advice = يعرض ⁨`ihala status`⁩ الجهات التي لبطاقاتها تاريخان
trust-mistakes = في قائمة الثقة أخطاء
trust-mistakes-advice = صحّح الأسطر المذكورة
trust-file-differs = عُدّل ⁨`trust.toml`⁩ ولم يصبح سارياً كما هو الآن
trust-file-differs-advice = انظر فيه أولاً: ⁨`ihala trust check`⁩ ثم ⁨`ihala trust reload`⁩
trust-by-hand = قائمة الثقة مكتوبة بطريقة لا يستطيع الأمر تعديلها
trust-by-hand-advice = عدّل ⁨`trust.toml`⁩ ثم ⁨`ihala trust reload`⁩
trust-case-type = لا يوجد نوع حالة بهذا الاسم
trust-case-type-advice = أنواع الحالات هي: { $names }
network-not-followed = لا توجد شبكة متابَعة بهذا الاسم أو المعرّف
network-not-followed-advice = راجع ⁨`ihala roster list`⁩؛ وتابع شبكة باستخدام ⁨`ihala roster follow FILE`⁩
network-not-known = لم يصل شيء من هذه الشبكة بعد
network-not-known-advice = أدخل ملفاً باستخدام ⁨`ihala roster take FILE`⁩، أو انتظر جهة تتابعها
doctor-unknown = هذه الجهة ليست في قائمة الثقة
doctor-unknown-advice = تبادلا ملفي البطاقتين وقارنا البصمتين هاتفياً: ⁨`ihala trust add CARD`⁩
doctor-no-card = الجهة في قائمة الثقة لكن بطاقتها لم تصل
doctor-no-card-advice = اطلب منها ملف بطاقتها: ⁨`ihala trust add CARD`⁩. وتجلبه أيضاً جهة تتابع الشبكة نفسها
doctor-disputed = لبطاقات هذه الجهة تاريخان: قد يكون أحد ينتحل صفتها
doctor-disputed-advice = قابل العاملين فيها، ثم ⁨`ihala trust settle CARD`⁩
doctor-disputed-there = عُرض عليها تاريخان لبطاقاتنا، فلا تقبل منا شيئاً حتى يقرر أهلها: ملف الاستعادة لدينا عند أحدهم أو كان عنده
doctor-disputed-there-advice = خذ ملف بطاقتنا إلى أهلها (⁨`ihala card export FILE`⁩): يقررون بالأمر ⁨`ihala trust settle FILE`⁩
doctor-disputed-own = صنع أحدهم بملف الاستعادة لدينا بطاقة تالية أخرى لهذه الجهة، وهو يعرضها على غيرنا
doctor-disputed-own-advice = خذ ملف بطاقتنا إلى العاملين لدى كل شريك (⁨`ihala card export FILE`⁩): يقررون بالأمر ⁨`ihala trust settle FILE`⁩. ثم بدّل البطاقة (⁨`ihala card rotate`⁩) وأنهِ هذا التحذير هنا بالأمر نفسه
doctor-suspended = علّقت الشبكة { $network } عضوية هذه الجهة، أو غادرتها الجهة
doctor-suspended-advice = اتصل بالمجموعة الأساسية للشبكة؛ وما هو مفتوح يمكن إنهاؤه
doctor-roster-ended = انتهى سجل أعضاء { $network } منذ أكثر من أسبوعين، فلا يمر طلب جديد
doctor-roster-ended-advice = اطلب من المجموعة الأساسية سجلاً جديداً: ⁨`ihala roster take FILE`⁩
doctor-no-address = لا تذكر عنواناً ولم تتصل بنا
doctor-no-address-advice = اطلب من المسؤول التقني لديها تشغيل العقدة أو إعلان عنوان: ⁨`ihala serve --announce`⁩
doctor-unreachable = لا أحد يجيب على { $addresses }
doctor-unreachable-advice = اتصل بالمسؤول التقني لديها: هل تعمل العقدة، وهل المنفذ مفتوح، وهل العنوان صحيح؟ عقدتنا تعيد المحاولة تلقائياً
doctor-wrong-node = على { $addresses } تجيب عقدة أخرى بمفتاح آخر: قد يكون أحد ينتحل صفة الجهة
doctor-wrong-node-advice = لا ترسل شيئاً بطريق آخر؛ اتصل بالمسؤول التقني لديها. إن أُنشئت عقدتها من جديد فخذ ملف بطاقتها الجديد: ⁨`ihala trust add CARD`⁩
doctor-turned-away = تجيب عقدتها ثم تقطع الاتصال: لا تسمح لنا بالدخول
doctor-turned-away-advice = اتصل بالمسؤول التقني لديها: هل نحن في قائمة ثقتها ببطاقتنا الحالية؟ أرسل إليها ملف بطاقتنا: ⁨`ihala card export FILE`⁩
doctor-version = لا تتحدث عقدتها إصدار البروتوكول الذي نستخدمه
doctor-version-advice = اتصل بالمسؤول التقني لديها: على الجهتين استخدام إصدار حديث
doctor-we-are-replaced = تقول إن بطاقة أخرى حلّت محل بطاقتنا
doctor-we-are-replaced-advice = إن استُعيدت هذه الجهة في مكان آخر فأوقف هذه العقدة نهائياً؛ وإلا فمفتاح استعادتنا بيد غيرنا: اتصل بشركائك فوراً
doctor-behind = استُعيدت هذه الجهة من نسخة احتياطية، ولم تبلغ تلك بعدُ بما جرى بعدها
doctor-behind-advice = لا شيء يُفعل: ستبلغ حالما يمكن الوصول إليها. وإن كانت لن تعود أبدًا: ⁨`ihala recovery leave-out`⁩
doctor-recovering-there = استُعيدت من نسخة احتياطية، ولا تعرف بعدُ ما جرى بيننا بعدها
doctor-recovering-there-advice = لا شيء يُفعل: ستبلغها عقدتنا، ويذهب عندئذ ما ينتظر
doctor-suspended-there = علّقت شبكتها عضويتنا، أو تعدّنا مغادرين
doctor-suspended-there-advice = اتصل بالمجموعة الأساسية للشبكة
doctor-not-trusted-there = لسنا في قائمة ثقتها
doctor-not-trusted-there-advice = اتصل بالمسؤول التقني لديها وأرسل إليها ملف بطاقتنا: ⁨`ihala card export FILE`⁩
doctor-unknown-there = لا تعرف بطاقتنا الحالية
doctor-unknown-there-advice = تخبرها عقدتنا بها. إن بقي الأمر فأرسل إليها ملف بطاقتنا: ⁨`ihala card export FILE`⁩. وإن استُعيدت هذه الجهة مرتين، أو نالت بطاقة في مكان آخر أيضاً، فلا تستمر إلا إحداهما
doctor-own-list = قائمة الثقة لدينا لا تسمح بإرسال طلبات إليها
doctor-own-list-advice = إن لم يعد ذلك مقصوداً: ⁨`ihala trust set AGENCY --send true`⁩
doctor-we-are-ahead = تقول إن رسائلنا تأتي من المستقبل: إحدى الساعتين خاطئة
doctor-we-are-ahead-advice = قارنا الوقت هاتفياً وصحّحا الساعة الخاطئة
doctor-they-are-ahead = تأتي رسائلها من المستقبل: إحدى الساعتين خاطئة (ساعتنا: { $time })
doctor-they-are-ahead-advice = قارنا الوقت هاتفياً وصحّحا الساعة الخاطئة
doctor-no-reply = ما يعود ليس موقَّعاً بمفتاحها: قد يكون أحد ينتحل صفة الجهة
doctor-no-reply-advice = اتصل بالمسؤول التقني لديها؛ إن تغيّر مفتاحها فخذ ملف بطاقتها الجديد: ⁨`ihala trust add CARD`⁩
doctor-refused = لا تقبل ما نرسله: { $rule }، { $sentence }
doctor-refused-advice = يبيّن ⁨`ihala show ID`⁩ لإحالة معها المزيد
doctor-old-card = تصل رسائل ببطاقة استبدلتها الجهة: ممن بيده مفتاحها القديم أو من نسخة عن عقدتها
doctor-old-card-advice = اتصل بالمسؤول التقني لديها؛ هذه الرسائل لا تُقبل
doctor-skew-ahead = ساعتها متقدمة على ساعتنا بـ{ $minutes } دقيقة (ساعتنا: { $time })
doctor-skew-ahead-advice = قارنا الوقت هاتفياً وصحّحا الساعة الخاطئة
doctor-skew-behind = ساعتها متأخرة عن ساعتنا بـ{ $minutes } دقيقة (ساعتنا: { $time })
doctor-skew-behind-advice = قارنا الوقت هاتفياً وصحّحا الساعة الخاطئة
doctor-keys-ended = انتهت مفاتيح الاستلام لديها يوم { $day }: ما يُراد إرساله ينتظر حتى تتصل
doctor-keys-ended-advice = لا شيء يلزم إن عادت عقدتها؛ وإلا فاطلب ملف بطاقة جديداً: ⁨`ihala trust add CARD`⁩
doctor-keys-early = مفاتيح الاستلام لديها لوقت لم يحن: إحدى الساعتين خاطئة (ساعتنا: { $time })
doctor-keys-early-advice = قارنا الوقت هاتفياً وصحّحا الساعة الخاطئة
doctor-no-isp = لا يوجد بروتوكول مشاركة معلومات وقّعته الجهتان
doctor-no-isp-advice = اتفقا على بروتوكول: ⁨`ihala isp new FILE --with NAME`⁩
doctor-isp-ended = لا بروتوكول سارٍ: ما وقّعتماه انتهى أو أنهاه أحد الأطراف
doctor-isp-ended-advice = ⁨`ihala isp list`⁩؛ اتفقا على إصدار جديد
doctor-consent = لم تعد الموافقة سارية لإحالات مفتوحة: { $ids }
doctor-consent-advice = تحدّث مع الشخص: ⁨`ihala consent draft FORM --to AGENCY`⁩
doctor-queued = رسائل تنتظرها: { $count }
doctor-queued-advice = تُرسل تلقائياً حين يُصلح ما سبق
doctor-under-way = كل شيء على ما يرام؛ رسائل في الطريق إليها: { $count }
doctor-under-way-advice = لا شيء يلزم فعله
doctor-fine = كل شيء على ما يرام
doctor-fine-advice = لا شيء يلزم فعله
doctor-keys-kept = أسرار استلام كان يجب إتلافها وأُبقيت لأن جهتين لم تؤكدا الوقت: { $count }
doctor-keys-kept-advice = هل ساعة هذه العقدة صحيحة؟ إذن: ⁨`ihala clock confirm`⁩
doctor-unprotected = مفاتيح هذه العقدة غير مختومة بعبارة مرور: من يأخذ قرصها يملك كل شيء
doctor-unprotected-advice = اختمها: ⁨`ihala passphrase`⁩
doctor-copies-on-write = قرص هذه العقدة يكتب ما يُستبدل في مكان آخر: قد يُعثر فيه على ما مُحي
doctor-copies-on-write-advice = انقل المجلد إلى ⁨ext4⁩ أو ⁨XFS⁩، بلا لقطات، على قرص مشفّر
isp-not-we = هذه الجهة
isp-signed = لقد وقّعنا هذا البروتوكول
isp-signed-advice = علّقه أو أنهِه: ⁨`ihala isp suspend`⁩، ⁨`ihala isp terminate`⁩
isp-later-version = توجد نسخة لاحقة مبنية على هذه النسخة
isp-later-version-advice = تخلّص من تلك أولاً، أو أبقِ عليهما معاً
clause-in-one-stage = { $label }: يجوز إرسال حالات من نوع { $case_types } من { $from } إلى { $to } في مرحلة واحدة: { $fields }
clause-in-two-stages = { $label }: يجوز إرسال حالات من نوع { $case_types } من { $from } إلى { $to } على مرحلتين: { $fields }

## Consent

given-how = { $who }؛ { $how }
consent-own = ليس ⁨`{ $field }`⁩ هو الحقل الخاص الذي يحمل هذه الخلاصة
consent-own-advice = استخدم الأسماء والخلاصات التي يكتبها ⁨`ihala consent draft`⁩
consent-date = التاريخ في ⁨`date`⁩ يقع في المستقبل
consent-date-advice = اكتب اليوم الذي أجاب فيه الشخص
consent-until = يجب أن يكون اليوم الأخير تاريخاً في المستقبل، وخلال عشر سنوات
consent-until-advice = اكتبه مثل ⁨`2027-01-31`⁩
consent-ask-person = أُبلغت جهة أخرى بأن هذه الموافقة سُحبت
consent-ask-person-advice = اسأل الشخص؛ إذا كان لا يزال موافقاً، فأضف ⁨`--person-was-asked`⁩
consent-say-why = اذكر السبب، في سطر واحد
consent-say-why-advice = يُحفظ مع السجل
consent-destroyed = أُتلف سجلها
paper-can-harm = ورقة عن هذه الحالة قد تؤذي الشخص
paper-can-harm-advice = أعطِ القصاصة (⁨`ihala consent slip`⁩)؛ إذا أراد الشخص الإيصال وكان ذلك آمناً، فأضف ⁨`--paper-is-safe`⁩
renew-how = اذكر كيف قال الشخص نعم من جديد
renew-how-advice = واحد مما يلي: { $names }
renew-name = الاسم يُكتب في سطر واحد
renew-name-advice = الحد الأقصى لعدد الأحرف: { $max }
renew-witness = الموافقة الشفهية تحتاج إلى شاهد
renew-witness-advice = اذكر اسمه مع ⁨`--witness`⁩
renew-language = اذكر اللغة التي قُرئ بها النص
renew-language-advice = مثل ⁨`--language ar`⁩
draft-head = املأ ما هو فارغ، بعد قراءة النص على الشخص.
draft-answer = ⁨`given`⁩ أو ⁨`refused`⁩ (أو ⁨`requested`⁩ أو ⁨`deferred`⁩ أو ⁨`unknown`⁩)
draft-basis = { $names }: كلها ما عدا ⁨`consent`⁩ تحتاج إلى ⁨`reason =`⁩ و⁨`authorised_by =`⁩
draft-given-by = { $names }: كل قيمة غير الأولى تحتاج إلى ⁨`guardian =`⁩ و⁨`guardian_relationship =`⁩ و⁨`assent =`⁩
draft-not-asked = إذا أجاب طفل وحده، سبب عدم سؤال مقدّم الرعاية: { $names }
draft-method = كيف أجاب الشخص: { $names }
draft-language = اللغة التي قُرئ بها النص
draft-interpreter = الاسم، إن وُجد مترجم
draft-witness = الاسم؛ مطلوب إذا أُعطيت الموافقة شفهياً
draft-onward = ⁨`true`⁩: يجوز لهم إحالة الشخص إلى جهة أخرى، مع ما أُبلغوا به
draft-paper = ⁨`true`⁩: يحصل الشخص على القصاصة، لا على الإيصال
draft-recipient = المُستلِم جهة واحدة، أو فئة: أي جهة يسمح بروتوكول بإرسال حالة كهذه إليها، مع ⁨`class = "legal"`⁩ (⁨medical, legal, material, protection⁩) بدلاً من ⁨`agency =`⁩.

## Withdrawing, and keeping on a legal basis

withdraw-nothing = لا يوجد هنا شيء بموجب هذه الموافقة
withdraw-nothing-advice = راجع ⁨`ihala consent list`⁩ و⁨`ihala list`⁩
withdraw-not-there = لم يُرسل شيء من هنا إلى { $agency } بموجب هذه الموافقة
withdraw-not-there-advice = اذكر الجهة التي أُرسل إليها؛ وهي تُبلّغ الجهات التي بعدها
withdraw-before = سبق سحبها، ولم يبقَ شيء لإيقافه أو إتلافه
withdraw-unknown = لا توجد موافقة ولا إحالة بهذا المعرّف
withdraw-unknown-advice = راجع ⁨`ihala list`⁩؛ ويذكر ⁨`ihala show ID`⁩ الموافقة
retain-basis = هذا ليس أساساً قانونياً من القائمة
retain-basis-advice = واحد مما يلي: { $names }
retain-until = يجب أن يكون اليوم الأخير تاريخاً في المستقبل، وخلال مئة سنة
retain-until-advice = اكتبه مثل ⁨`2027-01-31`⁩
retain-too-late = يُحدَّد الأساس القانوني حيث استُلمت البيانات، وقبل صدور أمر بإتلافها
retain-none = ليست محفوظة على أساس قانوني
here-stopped = تُوسَم الموافقة بأنها مسحوبة، ويُحتفظ بها دليلاً على أنها أُعطيت
here-erased = تُسحب الموافقة، ويُتلَف سجلها
here-not-named = لم تعد الموافقة تذكر هذه الجهة
here-kept = ما استُلم هنا يُحتفظ به حيث حُدّد أساس قانوني، إلى أن ينتهي هذا الأساس
here-received = يُتلَف ما استُلم هنا
here-copies = تُتلَف النسخ الموجودة هنا مما أُرسل
here-own-consent = لا يشمل هذا ما أُرسل إلى جهة أخرى بموجب موافقة طلبناها نحن: اسحب تلك الموافقة أيضاً، إذا كان هذا ما يريده الشخص (⁨`ihala consent list`⁩)
here-own-files = ما كتبته جهة ما في ملفاتها الخاصة عن خدمتها يبقى خاصاً بها
here-backups = قد تحويه النسخ الاحتياطية لهذه العقدة حتى { $day }: هي مختومة ولا يؤخذ منها شيء
order-not-left = لم تخرج من هنا بعد، ولن تخرج
order-phone = جهة ليست لديها عقدة: اتصل بها هاتفياً
order-phone-report = جهة ليست لديها عقدة: اتصل بها هاتفياً، وسجّل إفادة بردّها (⁨`ihala report ID erased`⁩)
order-untrusted = الجهة ليست في قائمة الجهات الموثوقة: ينتظر الأمر إلى أن تصبح فيها
order-upward = هذه هي الجهة التي أرسلت البيانات، وهي تنقل الأمر: الجهة التي لديها الموافقة تسأل الشخص، ثم تأمر بالإتلاف
order-elsewhere = أرسلت هذه الجهة أيضاً شيئاً إلى جهة أخرى بموجب موافقة خاصة بها، وتبقى تلك الموافقة سارية إلى أن تُسحب هناك

recovery-none = لم تُستعَد هذه الجهة من نسخة احتياطية
recovery-not-awaited = لا يُنتظر { $agency }: فقد أبلغت بما جرى بعد النسخة الاحتياطية، أو ليس لديها ما تبلغ به

backup-days = تُحفظ النسخة الاحتياطية من يوم واحد إلى { $max } يومًا: وبعدها لا تُستعاد
backup-no-key = لا يعرف هذا المجلد بعدُ بماذا تُختم نسخه الاحتياطية: بدّل البطاقة مرة واحدة (⁨`ihala card rotate`⁩) ثم أنشئ النسخة
backup-given-up = لا تُتابع هذه النسخة: بدأت نسخة أخرى، أو لم يطلب أحد الجزء التالي مدة دقيقة؛ ابدأ من جديد

node-superseded = حلّت محل هذه العقدة أخرى: استُعيدت الجهة في مكان آخر أو بُدّلت بطاقتها؛ لم يعد يخرج منها شيء، ولذلك لا يُسجَّل فيها شيء: اعمل على الأخرى

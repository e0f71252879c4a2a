# What the command line says. One key on a line; KEY-advice says what to do about KEY.

fill-start = اضغط ⁨Enter⁩ لترك السؤال أو للإبقاء على إجابته، و⁨-⁩ لحذفها، و⁨?⁩ للمساعدة، و⁨<⁩ للرجوع، و⁨.⁩ للتوقف. ينتهي النص الطويل بسطر فارغ.
fill-needed = هذه الاستمارة تحتاج إلى إجابة هنا.
fill-yes-or-no = نعم أو لا
fill-not-fit = لا يصلح هذا هنا: { $why }
fill-written = كُتبت في { $file }. للتحقق منها: { $command }
check-good = لا ينقص شيء.
error = خطأ
what-to-do = ما العمل

# Shared by list, show, refer and status
waiting-for-sender = بانتظار المُرسِل
overdue = انتباه: { $clock } متأخر منذ { $since }
overdue-phone = اتصل هاتفياً على { $phone }
overdue-supervisor = أبلغ أحد المشرفين
problem = { $rule }: { $sentence }؛ { $advice }
agency-phone = { $agency } (الهاتف { $phone })
orders-owing = انتباه: صدر أمر بالإتلاف ولم يصل رد من: { $agencies }
orders-ask-person = انتباه، اسأل الشخص: وصل خبر عن طريق { $agency } في { $at } بأن الموافقة سُحبت
orders-both = { $owing }؛ { $ask }

# LIST
list-from = من { $agency }
list-to = إلى { $agency }
list-held-back = هوية الشخص قيد الانتظار: { $rule } { $sentence }
list-refused = رُفضت: { $rule } { $sentence }
list-none = لا توجد إحالة مطابقة
list-more = المزيد: { $option }

# SHOW
show-from = الإحالة { $id } من { $agency }
show-to = الإحالة { $id } إلى { $agency }
show-status = { $case }، { $urgency }؛ { $task } ({ $business })
show-status-waiting = { $case }، { $urgency }؛ { $task } ({ $business })، بانتظار المُرسِل
show-held-back = قُبلت، لكن هوية الشخص قيد الانتظار، وتُرسل تلقائياً عند زوال ما يلي: { $problem }
show-on-paper = ليس لهذه الجهة عقدة: اتصل هاتفياً على { $phone }، وأبلغ هنا عمّا تقوله
show-on-paper-no-number = ليس لهذه الجهة عقدة: اتصل بها هاتفياً، وأبلغ هنا عمّا تقوله
show-transfer = إحالة مع نقل المسؤولية: تنتقل المسؤولية مع القبول؛ الجهة المسؤولة الآن: { $agency }
show-hold = يُحتفظ بها حتى { $until } ولو صدر أمر بالإتلاف: { $basis }
show-continues = امتداد للإحالة { $id }
show-continued-by = أُحيلت إلى جهة أخرى بالمعرّف { $id }
show-then = { $first }، ثم { $next }
show-handovers = الجهات التي سلّمتها إلى غيرها: { $agencies }
show-erased = أُتلف محتواها هنا في { $at }
show-call = مكالمة في { $at } مع { $whom }
show-call-said = مكالمة في { $at } مع { $whom }: { $said }
show-due = المطلوب: { $clock } في موعد أقصاه { $by }
show-withheld = محجوب: { $field } ({ $rule })
show-history = السجل
show-note = «{ $note }»
show-unsigned = مُبلَّغ عنه، غير موقَّع
show-too-late = وصل بعد فوات الأوان: كان الطرف الآخر قد اتخذ خطوته بالفعل
show-problem = { $rule }: { $sentence }
show-reported = بإبلاغ من { $by }، { $how }، { $at }
show-settled = { $delivery } في { $at }
show-orders = الأوامر
show-order-stop = صدر إليها أمر بوقف المشاركة
show-order-unanswered = صدر إليها أمر بالإتلاف، انتباه: لم تردّ بعد
show-order-answered = صدر إليها أمر بالإتلاف: { $answer }
show-order-reported = صدر إليها أمر بالإتلاف: { $answer } (مُبلَّغ عنه، غير موقَّع)
show-order-told = صدر إليها أمر بالإتلاف: { $answer }، بحسب ما تفيد به { $agency }
show-order-reported-told = صدر إليها أمر بالإتلاف: { $answer } (مُبلَّغ عنه، غير موقَّع)، بحسب ما تفيد به { $agency }
show-order-kept = { $told } ({ $basis }) حتى { $until }
show-none-set = غير محدد
show-order-copies = { $told }؛ زوال النسخ الملتقَطة: { $copies }؛ انتهاء النسخ الاحتياطية: { $backups }
show-who-knows = من يعرف ماذا
show-knows-fields = { $basis } (الحقول: { $count })
show-report-steps = عندما تردّ الجهة، ⁨`{ $command }`⁩: { $steps }
show-next-steps = يمكنك الآن: { $steps }

# REFER
refer-goes = يُرسل: { $fields }
refer-later = لا يُرسل إلا بعد قبول الإحالة من جانب { $agency }: { $fields }
refer-warning = تحذير: { $warning }
refer-trial = إلى { $agency }: هذا ما كان سيُرسل (لم يُرسل شيء)
refer-delivered = سُلّمت الإحالة { $id } إلى { $agency }: خزّنتها عقدة هذه الجهة
refer-refused = رُفضت الإحالة { $id } إلى { $agency } من جانب عقدة هذه الجهة
refer-not-taken = الإحالة { $id } إلى { $agency } موقَّعة وفي قائمة الانتظار؛ عقدة هذه الجهة لا تتسلّمها حتى الآن
refer-queued = الإحالة { $id } إلى { $agency } موقَّعة وفي قائمة الانتظار؛ تُرسل حالما يمكن الوصول إلى الجهة
refer-on-paper = سُجّلت الإحالة { $id } إلى { $agency }؛ ليس لهذه الجهة عقدة: اتصل هاتفياً على { $phone }، وأخبرها بما يُرسل، وأبلغ هنا عمّا تقوله ({ $command })
refer-on-paper-no-number = سُجّلت الإحالة { $id } إلى { $agency }؛ ليس لهذه الجهة عقدة: اتصل بها هاتفياً، وأخبرها بما يُرسل، وأبلغ هنا عمّا تقوله ({ $command })
refer-withheld = محجوب: { $field } ({ $rule }: { $sentence })

# Steps (and refer --wait)
wait-identity = لم تصل هوية الشخص بعد: تصل حالما يمكن الوصول إلى عقدة المُرسِل، إذا بقيت الموافقة والبروتوكول يسمحان بذلك
wait-no-node = لم يعد بالإمكان سؤال العقدة؛ الإحالة { $id } في قائمة الانتظار وتُرسل عندما تعمل العقدة
wait-not-confirmed = لم يصل تأكيد خلال المدة المحددة (بالثواني: { $seconds }): تبقى في قائمة الانتظار وتُرسل عندما يمكن الوصول إلى الجهة

# RECEIVER
receiver-none = لا يُعرف أي مُستلِم ليست له عقدة

# STATUS
status-agency-id = معرّف الجهة
status-fingerprint = البصمة
status-address = العنوان
status-no-barrier = لم يُكتب شيء منذ بدء التشغيل
status-leaves = أوراق الشجرة: { $count }
status-barrier = آخر حفظ مثبَّت
status-audit = التدقيق
status-connected = متصلة
status-not-connected = غير متصلة
status-queued = في قائمة الانتظار: { $count }
status-witnessed = أوراق شجرة التدقيق: { $count }، الرأس { $head }، { $at }
status-overdue = الإحالات المتأخرة: { $count } ({ $command })
status-unanswered = إحالات صدر أمر بإتلافها ولم يصل رد بعد: { $count } ({ $command })
status-held-back = إحالات قُبلت، لكن هوية الشخص فيها تنتظر الموافقة أو البروتوكول: { $count } ({ $command })
status-ask-person = إحالات تفيد فيها جهة أخرى بأن الموافقة سُحبت: { $count }؛ انتباه، اسأل الشخص ({ $command })
status-dropped = إحالات قبلتها { $agency } ثم تخلّت عنها: { $count }
status-escalation = انتباه، تأخير أبلغت به { $by }: لم تقم { $late } بما يلي: { $clock }؛ لوحظ ذلك في { $since }؛ { $case }، { $urgency }
status-not-taken = رسائل لم يجرِ تسلّمها، عدد المرات: { $count }، آخر مرة { $last }، { $problem }
status-alarm = إنذار: { $agency }، عدد المرات: { $count }، آخر مرة { $last }، { $problem }

# NOMINATE
nominate-queued = في قائمة الانتظار للإرسال إلى { $agency }
nominate-none = لم تُرشَّح أي خدمة بعد
nominate-way = من { $by } إلى { $to }

# FHIR status of a referral (protocol/src/referral/status.rs)
task-requested = طُلبت
task-received = استُلمت
task-accepted = قُبلت
task-rejected = رُفضت
task-in-progress = قيد التنفيذ
task-on-hold = متوقفة مؤقتاً
task-completed = اكتملت
task-cancelled = أُلغيت
task-failed = فشلت
task-entered-in-error = أُدخلت بالخطأ

# Business status of a referral (the same)
business-created = أُنشئت
business-accepted = قُبلت
business-declined = رُفضت
business-event-scheduled = حُدّد موعد
business-event-unattended = لم يحضر الشخص إلى الموعد
business-event-cancelled = أُلغي الموعد
business-event-completed = تمّ الموعد
business-cancellation-requested = طُلب الإلغاء
business-cancellation-refused = رُفض الإلغاء
business-consent-withdrawn = سُحبت الموافقة
business-fulfilment-completed = اكتمل التنفيذ
business-fulfilment-cancelled = أُلغي التنفيذ
business-entered-in-error = أُدخلت بالخطأ

# Steps, as they stand in the history (protocol/src/referral/step.rs)
step-requested = تقديم الطلب
step-cancel-requested = طلب الإلغاء
step-received = استلام
step-accepted = قبول
step-rejected = رفض
step-started = بدء التنفيذ
step-completed = اكتمال التنفيذ
step-cancel-confirmed = تأكيد الإلغاء
step-cancel-refused = رفض الإلغاء
step-asked = سؤال
step-answered = إجابة
step-identity-released = الكشف عن هوية الشخص
step-nudged = تذكير
step-entered-in-error = إدخال بالخطأ
step-scheduled = تحديد موعد
step-unattended = عدم حضور الشخص
step-appointment-cancelled = إلغاء الموعد
step-attended = حضور الشخص
step-put-on-hold = إيقاف مؤقت
step-resumed = استئناف
step-failed = فشل
step-referred-onward = إحالة إلى جهة أخرى
step-onward-outcome = نتيجة الإحالة إلى جهة أخرى
step-stopped = وقف المشاركة
step-erasure-ordered = أمر بالإتلاف
step-erased = إتلاف
step-retained = احتفاظ
step-onward-erasure = الإتلاف لدى جهة أخرى

# What is to happen in time (protocol/src/deadline.rs), after the words to be done: "to decide"
clock-acknowledge = تأكيد الاستلام
clock-decide = البتّ في الإحالة
clock-serve = تقديم الخدمة
clock-feed-back = الإبلاغ بالنتيجة

# What became of a message of ours (crates/engine/src/commands/show.rs)
delivery-queued = بانتظار التسليم
delivery-delivered = سُلّمت
delivery-refused = رُفضت

# the home folder and what every command starts from
home-unknown = لا يوجد مجلد رئيسي للبيانات
home-unknown-advice = اذكر مجلداً باستخدام { $option }
actor-name = الخيار { $option } يقبل اسماً من 1 إلى { $max } من الأحرف القابلة للطباعة
actor-name-advice = اكتب الاسم الذي يعرفك به زملاؤك
cannot-start = تعذّر بدء التشغيل: { $error }
input-too-long = { $file } أطول من { $max } بايت
input-too-long-advice = لا توجد استمارة أو بطاقة أو بروتوكول بهذا الطول: هل هذا هو الملف الصحيح؟
output-failed = تعذّرت الكتابة إلى الخرج القياسي: { $error }؛ ومع ذلك فقد تمّ التنفيذ:
home-path-too-long = مسار { $home } أطول مما يسمح به المقبس (⁨socket⁩)
home-path-too-long-advice = اختر مجلداً لا يزيد طول مساره على { $max } بايت
home-without-agency = لا توجد جهة في { $home }
home-without-agency-advice = أنشئ جهة باستخدام ⁨`{ $command }`⁩، أو اذكر مجلدها باستخدام { $option }
home-cannot-look-at = تعذّر الاطلاع على { $home }: { $error }
home-cannot-look-at-advice = تحقّق من المسار والصلاحيات والمساحة الفارغة على القرص
home-of-another = { $home } يعود إلى مستخدم آخر
home-of-another-advice = شغّل ⁨ihala⁩ بحساب المستخدم الذي يملك المجلد، أو اذكر مجلدك باستخدام { $option }
home-open-to-others = يمكن لمستخدمين آخرين الدخول إلى { $home }
home-open-to-others-advice = أغلقه أولاً: { $command }
home-taken = توجد جهة في { $home } بالفعل
home-taken-advice = استخدمه كما هو، أو اذكر مجلداً آخر باستخدام { $option }
home-not-empty = { $home } ليس مجلداً فارغاً
home-not-empty-advice = اذكر مجلداً آخر باستخدام { $option }
home-cannot-create = تعذّر إنشاء { $home }: { $error }
home-cannot-create-advice = تحقّق من المسار والصلاحيات والمساحة الفارغة على القرص
home-cannot-sync = تعذّرت مزامنة { $home } مع القرص: { $error }
home-cannot-sync-advice = تحقّق من المسار والصلاحيات والمساحة الفارغة على القرص
home-cannot-write = تعذّرت كتابة { $home }: { $error }
home-cannot-write-advice = تحقّق من المسار والصلاحيات والمساحة الفارغة على القرص
recovery-exists = ملف الاسترداد { $file } موجود بالفعل
recovery-exists-advice = انقله إلى مكان آخر، أو اذكر ملفاً آخر باستخدام { $option }: قد يكون النسخة الوحيدة لدى جهة ما

# init
init-name = يتكوّن الاسم من 1 إلى { $max } من الأحرف القابلة للطباعة
init-name-advice = صحّح { $option }
init-not-an-address = ⁨`{ $address }`⁩ ليس عنواناً مثل { $example }
init-not-an-address-advice = صحّح { $option }
init-done = أصبح لدى { $agency } مجلد رئيسي: { $home }
init-recovery = انقل { $file } الآن إلى مكان آخر، مثل ذاكرة ⁨USB⁩ في خزنة. فيه مفتاح الهوية التالي: به يمكنك استرداد جهتك إذا فُقد هذا الجهاز أو سُرق.
init-disk = المفاتيح في هذا المجلد الرئيسي محمية بصلاحيات الملفات فقط. كل من يستطيع قراءة القرص يستطيع قراءة كل شيء: استخدم قرصاً مشفَّراً.
init-serve = شغّل العقدة: { $command }

# serve
serve-cannot-watch-parent = تعذّرت مراقبة العملية الأم: { $error }
serve-cannot-watch-signals = تعذّرت مراقبة الإشارات: { $error }
serve-not-announced = ⁨`{ $address }`⁩ ليس عنواناً مثل { $example }
serve-not-announced-advice = صحّح { $option }
serve-not-an-address = ⁨`{ $address }`⁩ ليس عنواناً مثل { $example }
serve-not-an-address-advice = صحّح { $option }، أو الملف ⁨`listen`⁩ في المجلد الرئيسي
serve-cannot-listen = تعذّر الاستماع على { $address }: { $error }
serve-cannot-listen-advice = أوقف البرنامج الذي يستخدم المنفذ، أو اختر منفذاً آخر باستخدام { $option }
serve-cannot-open = تعذّر فتح { $file }: { $error }
serve-cannot-open-advice = تحقّق من الصلاحيات؛ المسار الذي يزيد طوله على { $max } بايت أطول مما يسمح به المقبس (⁨socket⁩)
serve-ready = العقدة جاهزة؛ تستمع على { $address }. لإيقافها اضغط ⁨Ctrl-C⁩.
serve-engine-ended = انتهى المحرّك على نحو غير متوقع: هذا خلل في البرنامج
serve-engine-ended-advice = أبلغ مطوّري ⁨ihala⁩ بالسطور الواردة أعلاه، وشغّل العقدة من جديد
serve-network-ended = لم يعد بالإمكان استخدام الشبكة
serve-network-ended-advice = راجع السطور الواردة أعلاه، ثم شغّل العقدة من جديد
serve-interface-ended = انتهت الواجهة المحلية على نحو غير متوقع: هذا خلل في البرنامج
serve-interface-ended-advice = أبلغ مطوّري ⁨ihala⁩ بالسطور الواردة أعلاه، وشغّل العقدة من جديد

# card
card-agency = معرّف الجهة
card-fingerprint = البصمة
card-card = البطاقة
card-statement = رقم { $number }، بيان المفاتيح بتاريخ { $issued }
card-address = العنوان
card-receive-key = مفتاح الاستلام
card-key-until = { $suite } حتى { $day }
card-written = كُتبت في { $file }. سلّم الملف إلى الجهة الأخرى، ثم ليقرأ كل منكما البصمة للآخر هاتفياً.

# trust
trust-cannot-ask = لا يمكن السؤال مع { $json }: البصمة ناقصة
trust-cannot-ask-advice = قارنها هاتفياً، ثم أضف { $option }
trust-compare = اتصل بالجهة على رقم كنت تعرفه من قبل، واطلب أن تُقرأ عليك بصمتها (⁨`{ $command }`⁩).
trust-confirm = فقط إذا تطابقت المجموعات الأربع عشرة كلها، اكتب نعم:
trust-not-confirmed = لم تُؤكَّد البصمة، فلم يتغيّر شيء
trust-not-confirmed-advice = قارنها هاتفياً وحاول من جديد
trust-added = أصبحت { $agency } موثوقة. أما ما يجوز مشاركته معها فيحدده بروتوكول لتبادل المعلومات.
trust-since = منذ { $time }
trust-nobody = لا توجد جهة موثوقة بعد
trust-removed = لم تعد { $agency } موثوقة: لا يُتسلَّم منها شيء ولا يُرسل إليها شيء بعد الآن. ما جرى تبادله يبقى.
trust-held = رسائل تنتظر هنا للإرسال إليها: { $count }. تُرسل إذا وثقت بها من جديد.

# isp
isp-as-it-travels = هذا بروتوكول بالشكل الذي يُرسل به، لا النص الذي يكتبه الناس
isp-as-it-travels-advice = اطّلع على محتواه باستخدام ⁨`{ $see }`⁩؛ واستورده باستخدام ⁨`{ $take_in }`⁩
isp-good = هذا الملف بروتوكول: { $title }
isp-id = المعرّف { $id }
isp-exported = كُتب في { $file }: سلّمه إلى الأطراف الأخرى
isp-version = النسخة { $version }
isp-until = حتى { $day }
isp-none = لا يُعرف أي بروتوكول هنا بعد
isp-confirm = ينتهي البروتوكول «{ $title }» بين { $parties } إلى الأبد؛ أما ⁨`{ $command }`⁩ فيمكن التراجع عنه. لإنهاء البروتوكول اكتب نعم:
isp-not-confirmed = لم يُؤكَّد ذلك، فلم يتغيّر شيء
isp-not-confirmed-advice = اكتب نعم، أو أضف { $option }
isp-waits = لا يزال شيء ينتظر عقدة أحد الأطراف: يُرسل عندما يمكن الوصول إليها (⁨`{ $command }`⁩)
isp-written = كُتب في { $file }: عدّله مع الجهة الأخرى، ثم
isp-head = { $title } (النسخة { $version }): { $state }
isp-dates = السريان من { $from } إلى { $until }
isp-terms-onward = الأغراض: { $purposes }؛ مدة الاحتفاظ بعد الإغلاق، بالأيام: { $days }؛ تجوز الإحالة إلى جهة أخرى؛ موعد المراجعة { $review }
isp-terms = الأغراض: { $purposes }؛ مدة الاحتفاظ بعد الإغلاق، بالأيام: { $days }؛ لا تجوز الإحالة إلى جهة أخرى؛ موعد المراجعة { $review }
isp-emergency = طارئ، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-urgent = عاجل، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-routine = عادي، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-focal-point = تُبلَّغ { $value } بما يبقى متأخراً (دون ذكر حالة أو شخص)
isp-previous = يحلّ محل { $value }
isp-own = حقل خاص { $path } ({ $kind }): { $label }
isp-clause = البند { $clause }
isp-known-as = { $name } (معروفة هنا باسم { $known })
isp-signed-on-paper = { $party }، { $id }، وقّعت على الورق: { $paper }
isp-signed = { $party }، { $id }، وقّعت
isp-unsigned = { $party }، { $id }، لم توقّع بعد
isp-party-says = { $party }؛ وتقول: { $change }
isp-party-phone = { $party }؛ الهاتف { $phone }
# isp: the state of a protocol
isp-waiting-for-signatures = بانتظار التوقيعات
isp-suspended = معلّق
isp-terminated = مُنهى
isp-replaced-by-a-newer-version = حلّت محله نسخة أحدث
isp-not-yet-in-force = لم يسرِ بعد
isp-lapsed = انقضت مدته
isp-in-force = سارٍ
# isp: what a party says of a protocol
change-suspended = معلّق
change-in-force = سارٍ
change-terminated = مُنهى
# isp explain
explain-may-go = يجوز إرسال هذه الاستمارة إلى { $agency } بموجب «{ $isp }» ({ $clauses }).
explain-in-two-stages = تُرسل على مرحلتين: لا يُكشف عن هوية الشخص إلا بعد قبول الإحالة من جانب { $agency }.
explain-may-not-go = لا يجوز إرسال هذه الاستمارة إلى { $agency }.
explain-later = بعد القبول
explain-sent = يُرسل
explain-withheld = يُحجب

# consent
consent-read-aloud = اقرأ هذا بصوت مسموع. ثم اكتب الإجابة في { $file } وسجّلها:
consent-until = حتى { $day }
consent-none = لم تُسجَّل أي موافقة بعد
consent-more = المزيد: { $option }
consent-forgotten = الموافقة { $id }: { $state }
consent-id = الموافقة { $id }
consent-case-valid = الحالة { $code }، الموافقة: { $state } (صالحة الآن)
consent-case-not-valid = الحالة { $code }، الموافقة: { $state } (غير صالحة الآن)
consent-read = { $given }، قُرئ النص باللغة { $language }، المدة من { $from } إلى { $until }
consent-interpreter = المترجم: { $value }
consent-witness = الشاهد: { $value }
consent-because = السبب: { $value }
consent-authorised-by = بإذن من: { $value }
consent-guardian = الوصي: { $value }
consent-child = الطفل: { $value }
consent-caregiver-not-asked = لم يُسأل مقدّم الرعاية: { $value }
consent-basis = الأساس القانوني: { $value }
consent-purposes = الأغراض: { $purposes }
consent-onward = تجوز الإحالة إلى جهة أخرى
consent-to = إلى { $agency }: { $fields }
consent-changed-again = في { $at } { $state }: { $method }، قُرئ النص باللغة { $language }
consent-changed-because = في { $at } { $state }: { $why }
consent-changed = في { $at } { $state }
# consent: its state
consent-refused = رُفضت
consent-given = أُعطيت
consent-requested = طُلبت
consent-deferred = أُجّلت
consent-unknown = غير معروفة
consent-renewed = جُدّدت
consent-expired = انتهت صلاحيتها
consent-invalidated = أُبطلت
consent-revoked = أُلغيت
consent-withdrawn = سُحبت
# consent receipt, consent verify
receipt-written = كُتب في { $file }: لا تُعطه إلا حيث يكون وجود الورق آمناً
receipt-good = التوقيع صحيح. الجهة الموقِّعة: { $agency }، البصمة { $fingerprint }: قارنها هاتفياً.
receipt-consent = الموافقة { $consent }: { $state } عند إعداد هذا الإيصال، { $made }؛ الأساس القانوني: { $basis }
receipt-dates = من { $from } إلى { $until }
receipt-purposes = الأغراض: { $purposes }؛ قُرئ النص باللغة { $language }
receipt-onward = يجوز لهم إحالة الشخص إلى جهة أخرى
receipt-recipient = إلى { $agency }: { $fields }
# consent slip
slip-phone = هذا ليس رقم هاتف
slip-phone-advice = الخيار { $option } يقبل رقماً لا يكشف شيئاً عند الرد عليه
slip-names-agency = القصاصة التي تذكر اسم جهة تكشف أين كان الشخص، ولا يمكن لجهة أن تنظر في شكاوى عن نفسها
slip-names-agency-advice = الخيار { $option } يقبل طرفاً آخر: خطاً ساخناً أو أمين مظالم
# consent withdraw
withdraw-read = اقرأ هذا على الشخص:
withdraw-confirm = إذا كانت هذه هي رغبة الشخص، فاكتب نعم:
withdraw-not-confirmed = لم يُؤكَّد ذلك، فلم يتغيّر شيء
withdraw-not-confirmed-advice = تحدّث مع الشخص، ثم حاول من جديد
withdraw-would-stop = ستنتهي المشاركة؛ ولن يُتلَف شيء.
withdraw-stopped = انتهت المشاركة؛ ولم يُتلَف شيء.
withdraw-would-erase = هذا إتلاف، ولا يمكن التراجع عنه:
withdraw-erasing = يجري إتلاف ما أُرسل؛ وتردّ كل جهة لها عقدة بإيصال موقَّع.
withdraw-told-to-erase = يصدر أمر إلى { $agency } بإتلاف ما استلمته (الإحالة { $referral })
withdraw-told-to-stop = يصدر أمر إلى { $agency } بوقف المشاركة (الإحالة { $referral })
withdraw-further = وعن طريق هذه الجهة، الأمر نفسه إلى: { $agencies }
withdraw-here = هنا: { $what }
withdraw-answers = لمعرفة من ردّ: { $command }

# form
fill-cannot-ask = تعذّر طرح السؤال: { $error }
fill-cannot-ask-advice = ما أُجيب عنه موجود في الملف
fill-cannot-read = تعذّرت قراءة الإجابة: { $error }
fill-cannot-read-advice = ما أُجيب عنه موجود في الملف؛ تابع العمل عليه في محرّر نصوص
form-unknown = لا توجد استمارة بهذا الاسم
form-unknown-advice = الاستمارات هي: { $forms }

# clock
clock-confirmed = تمّ التأكيد: يُتلَف كل ما انقضت مدة الاحتفاظ به حتى الآن

# audit
audit-head = أوراق الشجرة: { $leaves }، الرأس { $head }
audit-verified = إحالات أُعيد احتسابها: { $referrals }، توقيعات جرى التحقق منها: { $signatures }
audit-found = انتباه، وُجد: { $what }
audit-fits = كل شيء متطابق
audit-does-not-fit = يوجد شيء غير متطابق

# decode
decode-no-document = هذه بيانات ⁨JSON⁩، ولا توجد فيها أي وثيقة من وثائق ⁨Ihala⁩
decode-no-document-advice = اذكر متجه اختبار: توجد المتجهات في { $folder }
decode-not-cbor = ليست هذه بيانات ⁨CBOR⁩ ولا أرقاماً ست عشرية ولا ملفاً من ملفات ⁨Ihala⁩
decode-not-cbor-advice = اذكر بطاقة أو بروتوكولاً أو إيصال موافقة أو متجه اختبار
decode-unknown-document = لا توجد في قواعد الصياغة وثيقة بهذا الاسم
decode-unknown-document-advice = الأسماء هي الواردة في { $file }: { $names }، ...
decode-not-this = البايتات بصيغة ⁨CBOR⁩، لكنها ليست بشكل هذه الوثيقة
decode-not-this-advice = احذف { $option } لترى محتوى البايتات

# vectors
vectors-none = لم يُعثر على أي متجه اختبار
vectors-none-advice = اذكر { $folder }
vectors-fail = متجهات الاختبار التي فشلت: { $failed } من { $checked }
vectors-fail-advice = عُدّل الملف، أو أنه يعود إلى إصدار آخر من المواصفة

# Errors (KEY-advice says what to do)
mistake = السطر { $line }: { $what }
file-mistakes = في الملف أخطاء
file-mistakes-advice = صحّحها وحاول من جديد
file-missing = الملف { $file } غير موجود
file-missing-advice = تحقّق من المسار والصلاحيات
file-not-text = { $file } ليس ملفاً نصياً بترميز ⁨UTF-8⁩
file-not-text-advice = احفظه بترميز ⁨UTF-8⁩، أو اذكر ملفاً آخر
file-unreadable = تعذّرت قراءة { $file }: { $error }
file-unreadable-advice = تحقّق من المسار والصلاحيات
file-exists = الملف { $file } موجود بالفعل
file-exists-advice = انقله إلى مكان آخر، أو اذكر ملفاً آخر
file-unwritable = تعذّرت كتابة { $file }: { $error }
file-unwritable-advice = تحقّق من المسار والصلاحيات والمساحة الفارغة على القرص
not-running = العقدة لا تعمل
not-running-advice = شغّلها: { $command }
client-socket = تعذّر التخاطب مع العقدة: { $error }
client-socket-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
client-stopped = توقفت العقدة قبل أن تتمكن من الرد، فربما لم يُنفَّذ ذلك
client-stopped-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
client-not-an-answer = الرد ليس من ردود هذا الإصدار: هل العقدة والأمر من الإصدار نفسه؟
client-not-an-answer-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
refused-by-peer = رُفض ذلك من جانب { $agency }: { $rule }: { $sentence }
refused-by-peer-advice = { $advice }
audit-damaged = وجد التدقيق شيئاً غير متطابق
audit-damaged-advice = أبقِ المجلد كما هو للتحقيق، واستعد نسخة احتياطية في مكان آخر
store-in-use = { $error }
store-in-use-advice = عقدة هذا المجلد الرئيسي تعمل بالفعل: أوقفها أولاً
store-unsafe = { $error }
store-unsafe-advice = يجب ألّا يتمكن من قراءته إلا المستخدم الذي يشغّل ⁨ihala⁩
store-damaged = { $error }
store-damaged-advice = استعد المجلد من نسخة احتياطية؛ واحتفظ بهذا المجلد للتحقيق
store-disk = { $error }
store-disk-advice = تحقّق من الصلاحيات والمساحة الفارغة على القرص
bug = هذا خلل في ⁨ihala⁩، أو أن المخزن متضرّر إلى حدّ لا يمكنه تحديده
bug-advice = أبلغ مطوّري ⁨ihala⁩ بالسطور الواردة أعلاه؛ وأبقِ المجلد كما هو
bad-command = { $told }
bad-command-advice = انظر ⁨`ihala --help`⁩

# demo (its story is in English)
demo-cannot = تعذّر على العرض التوضيحي ما يلي: { $what }: { $error }
demo-cannot-advice = تحقّق من المنافذ والصلاحيات
demo-another-way = سار العرض التوضيحي على غير ما يجب: { $what }
demo-another-way-advice = هذا خلل: أبلغ عمّا ورد أعلاه
demo-stopped = توقف قبل النهاية
demo-stopped-advice = شغّله من جديد

# What the command line says. One key on a line; KEY-advice says what to do about KEY.

fill-start = اضغط ⁨Enter⁩ لترك السؤال دون إجابة أو للإبقاء على إجابته؛ واكتب ⁨-⁩ لحذف الإجابة، أو ⁨?⁩ للمساعدة، أو ⁨<⁩ للرجوع، أو ⁨.⁩ للتوقف. ينتهي النص الطويل بسطر فارغ.
fill-needed = هذه الاستمارة تحتاج إلى إجابة هنا.
fill-yes-or-no = نعم أو لا
fill-not-fit = هذه الإجابة لا تصلح هنا: { $why }
fill-written = كُتبت في { $file }. للتحقق منها: { $command }
check-good = لا ينقص شيء.
check-good-own = لا ينقص شيء. يُنظر في ما ورد تحت { $group } حين يُعرف إلى من تُرسَل الاستمارة.
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
orders-ask-person = انتباه، اسأل الشخص: وصل بلاغ عن طريق { $agency } في { $at } بأن الموافقة سُحبت
orders-both = { $owing }؛ { $ask }

# LIST
list-from = من { $agency }
list-to = إلى { $agency }
list-held-back = لم يُفصح بعد عن هوية الشخص: { $rule } { $sentence }
list-refused = رُفضت: { $rule } { $sentence }
list-none = لا توجد إحالة مطابقة
list-more = المزيد: { $option }

# SHOW
show-from = الإحالة { $id } من { $agency }
show-to = الإحالة { $id } إلى { $agency }
show-status = { $case }، { $urgency }؛ { $task } ({ $business })
show-status-waiting = { $case }، { $urgency }؛ { $task } ({ $business })، بانتظار المُرسِل
show-status-plain = { $case }، { $urgency }؛ { $task }
show-held-back = قُبلت، لكن لم يُفصح بعد عن هوية الشخص، وتُرسل تلقائياً عند زوال السبب: { $problem }
show-on-paper = ليست لدى هذه الجهة عقدة: اتصل هاتفياً على { $phone }، وسجّل إفادة بما تقوله
show-on-paper-no-number = ليست لدى هذه الجهة عقدة: اتصل بها هاتفياً، وسجّل إفادة بما تقوله
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
show-keys-until = ما التُقط في الطريق يمكن فتحه حتى { $time }
show-backups-until = تنتهي النسخ الاحتياطية التي قد تحويه في { $time }
show-unsigned = بحسب إفادة، غير موقَّع
show-too-late = وصل بعد فوات الأوان: كان الطرف الآخر قد اتخذ خطوته بالفعل
show-problem = { $rule }: { $sentence }
show-reported = بحسب إفادة من { $by }، { $how }، { $at }
show-settled = { $delivery } في { $at }
show-orders = الأوامر
show-order-stop = صدر أمر بوقف المشاركة
show-order-unanswered = صدر أمر بالإتلاف، انتباه: لم يصل رد بعد
show-order-answered = صدر أمر بالإتلاف، والرد: { $answer }
show-order-reported = صدر أمر بالإتلاف، والرد: { $answer } (بحسب إفادة، غير موقَّع)
show-order-told = صدر أمر بالإتلاف، والرد: { $answer }، بحسب ما نقلته الجهة { $agency }
show-order-reported-told = صدر أمر بالإتلاف، والرد: { $answer } (بحسب إفادة، غير موقَّع)، بحسب ما نقلته الجهة { $agency }
show-order-kept = { $told } ({ $basis }) حتى { $until }
show-none-set = لم تذكره
show-order-copies = { $told }؛ موعد زوال مفتاح فتح النسخ المعترَضة: { $copies }؛ موعد انتهاء النسخ الاحتياطية: { $backups }
show-who-knows = من يعرف ماذا
show-knows-fields = { $basis } (الحقول: { $count })
show-report-steps = عندما تردّ الجهة، استخدم ⁨`{ $command }`⁩؛ الخطوات الممكنة: { $steps }
show-next-steps = يمكنك الآن:

# REFER
refer-goes = يُرسل: { $fields }
refer-later = لا يُرسل إلا بعد قبول الإحالة من جانب { $agency }: { $fields }
refer-warning = تحذير: { $warning }
refer-trial = إلى { $agency }: هذا ما كان سيُرسل (لم يُرسل شيء)
refer-delivered = سُلّمت الإحالة { $id } إلى { $agency }: خُزّنت في عقدة هذه الجهة
refer-refused = رُفضت الإحالة { $id } إلى { $agency } من جانب عقدة هذه الجهة
refer-not-taken = الإحالة { $id } إلى { $agency } موقَّعة وفي قائمة الانتظار؛ عقدة هذه الجهة لا تستلمها حتى الآن
refer-queued = الإحالة { $id } إلى { $agency } موقَّعة وفي قائمة الانتظار؛ تُرسل حالما يمكن الوصول إلى الجهة
refer-on-paper = سُجّلت الإحالة { $id } إلى { $agency }؛ ليست لدى هذه الجهة عقدة: اتصل هاتفياً على { $phone }، وأخبرها بما يُرسل، وسجّل إفادة بما تقوله ({ $command })
refer-on-paper-no-number = سُجّلت الإحالة { $id } إلى { $agency }؛ ليست لدى هذه الجهة عقدة: اتصل بها هاتفياً، وأخبرها بما يُرسل، وسجّل إفادة بما تقوله ({ $command })
refer-withheld = محجوب: { $field } ({ $rule }: { $sentence })

# Steps (and refer --wait)
wait-identity = لم تصل هوية الشخص بعد: ستصل حالما يمكن الوصول إلى عقدة المُرسِل، إذا كانت الموافقة والبروتوكول لا يزالان يسمحان بذلك
wait-no-node = لم يعد بالإمكان سؤال العقدة؛ الإحالة { $id } في قائمة الانتظار وتُرسل عندما تعمل العقدة
wait-not-confirmed = لم يصل تأكيد خلال المدة المحددة (بالثواني: { $seconds }): تبقى الرسالة في قائمة الانتظار وتُرسل عندما يمكن الوصول إلى الجهة

# RECEIVER
receiver-none = لا يوجد هنا أي مُستلِم ليست لديه عقدة

# STATUS
status-agency-id = معرّف الجهة
status-fingerprint = البصمة
status-address = العنوان
status-no-barrier = لم يُكتب شيء منذ بدء التشغيل
status-leaves = أوراق الشجرة: { $count }
status-barrier = آخر حفظ مثبَّت
status-audit = التدقيق
status-connected = الاتصال قائم
status-not-connected = لا اتصال
status-queued = في قائمة الانتظار: { $count }
status-witnessed = أوراق شجرة التدقيق: { $count }، الرأس { $head }، { $at }
status-overdue = الإحالات المتأخرة: { $count } ({ $command })
status-unanswered = إحالات صدر أمر بإتلافها ولم يصل رد بعد: { $count } ({ $command })
status-held-back = إحالات قُبلت، لكن الإفصاح عن هوية الشخص فيها ينتظر الموافقة أو البروتوكول: { $count } ({ $command })
status-ask-person = إحالات تفيد فيها جهة أخرى بأن الموافقة سُحبت: { $count }؛ انتباه، اسأل الشخص ({ $command })
status-dropped = إحالات قُبلت لدى { $agency } ثم جرى التخلي عنها: { $count }
status-escalation = انتباه، تأخير بحسب بلاغ من { $by }: الجهة المتأخرة { $late }، والمطلوب منها: { $clock }؛ لوحظ ذلك في { $since }؛ { $case }، { $urgency }
status-not-taken = رسائل لم تُستلَم، عدد المرات: { $count }، آخر مرة { $last }، { $problem }
status-alarm = إنذار: { $agency }، عدد المرات: { $count }، آخر مرة { $last }، { $problem }

# NOMINATE
nominate-queued = في قائمة الانتظار للإرسال إلى { $agency }
nominate-none = لم تُرشَّح أي خدمة بعد
nominate-way = من { $by } إلى { $to }

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
recovery-exists = ملف الاستعادة { $file } موجود بالفعل
recovery-exists-advice = انقله إلى مكان آخر، أو اذكر ملفاً آخر باستخدام { $option }: قد يكون النسخة الوحيدة لدى جهة ما

# init
init-name = يتكوّن الاسم من 1 إلى { $max } من الأحرف القابلة للطباعة
init-name-advice = صحّح { $option }
init-not-an-address = ⁨`{ $address }`⁩ ليس عنواناً مثل { $example }
init-not-an-address-advice = صحّح { $option }
init-done = أصبح لدى { $agency } مجلد رئيسي: { $home }
init-recovery = انقل { $file } الآن إلى مكان آخر، مثل ذاكرة ⁨USB⁩ في خزنة. فيه مفتاح الهوية التالي: به يمكنك استرداد هوية جهتك إذا فُقد هذا الجهاز أو سُرق.
init-protected = المفاتيح في هذا المجلد مختومة بعبارة المرور: لا يقرأ أحد شيئاً هنا من دونها، ولا أنت. احفظها حيث تحفظ كلمات المرور الأخرى، بعيداً عن هذا الجهاز.
init-unprotected = ليس للمفاتيح في هذا المجلد عبارة مرور. من يقرأ القرص يقرأ كل شيء: هذا للتجربة والعرض فقط. يضع الأمر ⁨`ihala passphrase`⁩ عبارة مرور لها.
recovery-words = ملف استعادة { $agency } ‏(Ihala).
    بهذا المفتاح تحصل الجهة على بطاقتها رقم { $card } إذا ضاع جهازها أو سُرق،
    أو استُعيدت بياناتها من نسخة احتياطية. من يملك هذا الملف يستطيع الاستيلاء على الجهة.
    احفظه بعيداً عن الجهاز، على ورق أو ذاكرة USB في خزنة، ولا ترسله بالبريد الإلكتروني أبداً.
recovery-not-one = هذا ليس ملف استعادة، أو أن فيه رمزاً خاطئاً
recovery-not-one-advice = اذكر الملف الذي كتبه ⁨`ihala init`⁩ أو آخر ⁨`ihala card rotate`⁩؛ وإن نقلته عن ورق فقارنه مجموعة مجموعة
recovery-of-another = ملف الاستعادة هذا لجهة أخرى
recovery-of-another-advice = اذكر ملف هذه الجهة
recovery-used = سبق استخدام ملف الاستعادة هذا: البطاقة التي يصدرها قد صدرت
recovery-used-advice = اذكر الملف الذي كتبه آخر ⁨`ihala card rotate`⁩
recovery-not-next = ليس في ملف الاستعادة هذا المفتاح الذي تسمّيه البطاقة الحالية
recovery-not-next-advice = اذكر الملف الذي كتبه ⁨`ihala init`⁩ أو آخر ⁨`ihala card rotate`⁩
passphrase-ask = عبارة المرور:
passphrase-choose = عبارة مرور لمفاتيح هذه الجهة ({ $min } محرفاً على الأقل؛ أربع كلمات أو خمس خيار جيد):
passphrase-again = أعد كتابتها:
passphrase-differs = العبارتان مختلفتان
passphrase-differs-advice = حاول مجدداً: لم يتغير شيء
passphrase-one-fd = لا يمكن أن تأتي عبارة المرور القديمة والجديدة من واصف ملف واحد
passphrase-one-fd-advice = أعط اثنين: ⁨`--passphrase-fd`⁩ و⁨`--new-passphrase-fd`⁩
passphrase-short = عبارة المرور { $min } محرفاً على الأقل
passphrase-short-advice = اختر أربع كلمات أو خمساً لا صلة بينها
passphrase-long = عبارة المرور { $max } بايتاً على الأكثر
passphrase-long-advice = اختر عبارة أقصر
passphrase-nobody = تلزم عبارة مرور، ولا يوجد من يُسأل عنها
passphrase-nobody-advice = أعطها باستخدام { $option }، أو كبيانات اعتماد systemd باسم ⁨`{ $credential }`⁩
passphrase-needed = مفاتيح هذا المجلد محمية بعبارة مرور
passphrase-needed-advice = أعطها عند السؤال أو باستخدام ⁨`--passphrase-fd`⁩
passphrase-wrong = هذه ليست عبارة المرور
passphrase-wrong-advice = حاول مجدداً؛ فإن لم يعد أحد يعرفها فاستعد نسخة احتياطية بملف الاستعادة
passphrase-changed = صارت للمفاتيح عبارة المرور الجديدة. نسخة القرص المأخوذة قبل ذلك ما زالت تُفتح بالعبارة القديمة.
passphrase-none = لم تعد للمفاتيح عبارة مرور: من يقرأ القرص يقرأ كل شيء.
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
card-no-qr = تعذّر رسم رمز ⁨QR⁩: { $error }
card-rotated = صار للجهة بطاقة رقمها { $number }. بصمتها هي نفسها، والمفتاح القديم لم يعد ينفع من بيده.
card-recovery = انقل { $file } الآن إلى مكان آخر: فيه المفتاح التالي. أما { $old } فقد استُخدم: أتلفه.
card-peers = شغّل العقدة. تعرف الجهات الأخرى البطاقة الجديدة عند أول اتصال، ولا يلزم أحداً هناك فعل شيء.
card-backup = أنشئ نسخة احتياطية جديدة الآن: فما أُنشئ قبل هذه البطاقة لم يعد يُستعاد، ويجب حذفه.
card-written = كُتبت البطاقة في { $file }. سلّم الملف إلى الجهة الأخرى، ثم ليقرأ كل منكما البصمة للآخر هاتفياً.

# trust
trust-cannot-ask = لا يمكن السؤال مع { $json }: البصمة ناقصة
trust-cannot-ask-advice = قارنها هاتفياً، ثم أضف { $option }
trust-compare = اتصل بالجهة على رقم كنت تعرفه من قبل، واطلب أن تُقرأ عليك بصمتها (⁨`{ $command }`⁩).
trust-confirm = لا تكتب نعم إلا إذا تطابقت المجموعات الأربع عشرة كلها:
trust-settled = يُعتمد من الآن لـ{ $agency } هذه البطاقة. ما كان ينتظر ذلك يُستأنف.
trust-no-change = ما في قائمة الثقة سارٍ بالفعل.
trust-in-force = هذه التغييرات سارية.
trust-would = لم يتغير شيء بعد. لتصبح سارية: { $command }
trust-no-card = لم تصل بطاقتها بعد: ⁨`ihala trust add CARD`⁩
trust-open = إحالات مفتوحة معها: { $ids }
roster-name = يلزم العضوَ اسم
roster-name-advice = أعطه باستخدام --name
roster-no-seat = هذا ليس المفتاح السري لمقعد، أو أن فيه رمزاً خاطئاً
roster-no-seat-advice = اذكر الملف الذي كتبه ⁨`ihala roster seat`⁩
roster-not-seated = ليس لهذا المقعد ما يوقّعه هنا
roster-not-seated-advice = يبيّن ⁨`ihala roster show FILE`⁩ التواقيع الناقصة
roster-no-member = لا يوجد عضو كهذا في السجل
roster-no-member-advice = يعرضهم ⁨`ihala roster show FILE`⁩
roster-two-members = ينطبق هذا على عدة أعضاء في القائمة
roster-two-members-advice = اكتب الاسم كاملاً أو البصمة: ⁨`ihala roster show FILE`⁩ يعرضهم
roster-sign-confirm = هل هذا ما تقرر؟ عندها فقط اكتب نعم:
roster-not-signed = لم يؤكَّد ذلك، فلم يوقَّع شيء
roster-not-signed-advice = قارنه بما قررته المجموعة الأساسية وأعد المحاولة؛ وفي البرامج النصية أضف ⁨`--yes`⁩
roster-signed-another-charter = وقّع هذا المقعد ميثاقاً آخر من الإصدار { $number }: ميثاقان من إصدار واحد يشقّان الشبكة نهائياً
roster-signed-another-charter-advice = ليأخذ من يحتفظ بالملف توقيعك الأول (⁨`ihala roster merge`⁩) وليضع التغيير في الميثاق التالي. وفقط إن لم يكن الأول عند أحد غيرك: ⁨`--again`⁩
roster-signed-another-roster = وقّع هذا المقعد سجل أعضاء آخر من الإصدار { $number }: سجلان من إصدار واحد ينذران كل الأعضاء
roster-signed-another-roster-advice = ليأخذ من يحتفظ بالملف توقيعك الأول (⁨`ihala roster merge`⁩) وليضع التغيير في السجل التالي. وفقط إن لم يكن الأول عند أحد غيرك: ⁨`--again`⁩
roster-other-draft = في هذه النسخة وثائق أخرى: توقيعاتها ليست لهذا الملف
roster-other-draft-advice = اطلب من صاحبها توقيع نسخة من هذا الملف
roster-no-charter = ليس في الملف مواثيق ابتداءً من الأول
roster-no-charter-advice = ابدأ بالأمر ⁨`ihala roster charter TOML --file FILE`⁩
roster-until = يُكتب اليوم مثل 2026-12-31
roster-until-advice = صحّح --until
roster-until-range = ينتهي الميثاق أو السجل بعد اليوم وخلال ثلاث سنوات على الأكثر
roster-until-range-advice = صحّح يومه الأخير
roster-too-many = ستتغير { $count } مقاعد دفعة واحدة بينما يلزم { $threshold } توقيعات: قد يستمر المغادرون كشبكة مستقلة
roster-too-many-advice = غيّر مقاعد أقل في الخطوة الواحدة، ثم البقية
roster-seat-words = المفتاح السري لمقعد في المجموعة الأساسية ‏(Ihala)، صاحبه: { $name }.
    به يُصنع واحد من التواقيع التي يحتاجها ميثاق أو سجل أعضاء.
    لا تحفظه على أي عقدة: بل على ذاكرة USB في خزنة أو على ورق.
roster-seat-made = المفتاح السري للمقعد في { $file }. وهذا يوضع في الميثاق:
roster-charter-words = ميثاق شبكة: من يقرر في سجل أعضائها.
    يصنع كل صاحب مقعد مفتاحاً: ihala roster seat FILE --name NAME
    ‏threshold: كم توقيعاً يلزم؛ أكثر من النصف، وأكثر مما يتغير دفعة واحدة
    (سبعة مقاعد يتغير أربعة منها كل نصف سنة: خمسة).
    ثم: ihala roster charter THIS --file NETWORK و ihala roster sign NETWORK --seat FILE
roster-charter = الميثاق
roster-roster = سجل الأعضاء
roster-version = الإصدار { $number }، حتى { $until }
roster-own-seats = وقّعه
roster-old-seats = من المقاعد السابقة
roster-signed-by = { $count } من { $threshold } لازمة؛ الناقص: { $missing }
roster-signed = { $count } من { $threshold } المطلوبة
roster-complete = كل شيء موقَّع: يمكن إدخاله.
roster-incomplete = تنقص تواقيع: لا يمكن إدخاله بعد.
roster-active = نشط
roster-suspended = معلَّق
roster-withdrawn = منسحب
roster-members = الأعضاء النشطون
roster-not-yet = لم يصل بعد
roster-ended = انتهى سجل الأعضاء أو ميثاقه منذ أكثر من أسبوعين: لا يمر شيء جديد بموجبه. اطلب من المجموعة الأساسية سجلاً جديداً.
roster-none = لا توجد شبكة متابَعة.
roster-unfollowed = لم تعد { $network } متابَعة.
roster-let-go = كانت قد علّقت هذه الجهات التي في قائمة ثقتنا: { $names }. لا يوقفها هنا الآن إلا تلك القائمة: ⁨`ihala trust remove AGENCY`⁩
roster-written = كُتب في { $file }.
roster-compare = قارن هذه البصمة مع المجموعة الأساسية هاتفياً، مجموعة مجموعة. هل هي نفسها؟
roster-ours = هذه الجهة
roster-trusted = في قائمة ثقتنا
roster-not-trusted = ليست في قائمة ثقتنا
doctor-node = هذه العقدة
status-trust-file = عُدّل ⁨`trust.toml`⁩ ولم يصبح سارياً كما هو الآن: ⁨`ihala trust check`⁩
trust-not-confirmed = لم تُؤكَّد البصمة، فلم يتغيّر شيء
trust-not-confirmed-advice = قارنها هاتفياً وحاول من جديد
trust-added = أصبحت الجهة { $agency } موثوقة. أما ما يجوز مشاركته معها فيحدده بروتوكول لتبادل المعلومات.
trust-since = منذ { $time }
trust-nobody = لا توجد جهة موثوقة بعد
trust-removed = لم تعد الجهة { $agency } موثوقة: لا يُستلم منها شيء ولا يُرسل إليها شيء بعد الآن. ما جرى تبادله يبقى.
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
isp-confirm = يُنهى البروتوكول «{ $title }» بين { $parties } نهائياً؛ أما ⁨`{ $command }`⁩ فيمكن التراجع عنه. لإنهاء البروتوكول اكتب نعم:
isp-not-confirmed = لم يُؤكَّد ذلك، فلم يتغيّر شيء
isp-not-confirmed-advice = اكتب نعم، أو أضف { $option }
isp-waits = لا يزال شيء ينتظر عقدة أحد الأطراف: يُرسل عندما يمكن الوصول إليها (⁨`{ $command }`⁩)
isp-written = كُتب في { $file }: عدّله مع الجهة الأخرى، ثم نفّذ:
isp-head = { $title } (النسخة { $version }): { $state }
isp-dates = السريان من { $from } إلى { $until }
isp-terms-onward = الأغراض: { $purposes }؛ مدة الاحتفاظ بعد الإغلاق، بالأيام: { $days }؛ تجوز الإحالة إلى جهة أخرى؛ موعد المراجعة { $review }
isp-terms = الأغراض: { $purposes }؛ مدة الاحتفاظ بعد الإغلاق، بالأيام: { $days }؛ لا تجوز الإحالة إلى جهة أخرى؛ موعد المراجعة { $review }
isp-emergency = طارئ، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-urgent = عاجل، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-routine = عادي، المهل بالساعات: تأكيد الاستلام { $acknowledge }، البتّ في الإحالة { $decide }، تقديم الخدمة { $serve }، الإبلاغ بالنتيجة { $feed_back }
isp-focal-point = الجهة التي تُبلَّغ بما يبقى متأخراً (دون ذكر حالة أو شخص): { $value }
isp-previous = يحلّ محل { $value }
isp-own-coded = حقل خاص { $path } ({ $kind })، مرمَّز: يُرسَل قبل أن يقبل أحد
isp-own-case = حقل خاص { $path } ({ $kind })، يتعلق بالحالة
isp-own-identifying = حقل خاص { $path } ({ $kind })، يكشف الهوية
isp-clause = البند { $clause }
isp-known-as = { $name } (الاسم المستخدم هنا: { $known })
isp-signed-on-paper = { $party }، { $id }، تم التوقيع على الورق: { $paper }
isp-signed = { $party }، { $id }، تم التوقيع
isp-unsigned = { $party }، { $id }، لم يتم التوقيع بعد
isp-party-says = { $party }؛ موقف هذا الطرف: { $change }
isp-party-phone = { $party }؛ الهاتف { $phone }
# isp explain
explain-may-go = يجوز إرسال هذه الاستمارة إلى { $agency } بموجب «{ $isp }» ({ $clauses }).
explain-in-two-stages = تُرسل على مرحلتين: لا يُفصح عن هوية الشخص إلا بعد قبول الإحالة من جانب { $agency }.
explain-may-not-go = لا يجوز إرسال هذه الاستمارة إلى { $agency }.
explain-later = بعد القبول
explain-sent = يُرسل
explain-withheld = يُحجب

# consent
consent-read-aloud = اقرأ هذا على الشخص بصوت مسموع، ثم اكتب إجابته في { $file } وسجّلها:
consent-until = حتى { $day }
consent-none = لم تُسجَّل أي موافقة بعد
consent-more = المزيد: { $option }
consent-forgotten = الموافقة { $id }: { $state }
consent-id = الموافقة { $id }
consent-case-valid = رمز الحالة { $code }، الموافقة: { $state } (صالحة الآن)
consent-case-not-valid = رمز الحالة { $code }، الموافقة: { $state } (غير صالحة الآن)
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
consent-changed-again = في { $at }: { $state }، { $method }، قُرئ النص باللغة { $language }
consent-changed-because = في { $at }: { $state }، السبب: { $why }
consent-changed = في { $at }: { $state }
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
withdraw-would-erase = سيجري الإتلاف كما يلي، ولا يمكن التراجع عنه:
withdraw-erasing = يجري إتلاف ما أُرسل؛ وتردّ كل جهة لها عقدة بإيصال موقَّع.
withdraw-erased-here = يجري إتلاف ما استُلم هنا.
withdraw-told-to-erase = يصدر أمر إلى { $agency } بإتلاف ما استُلم (الإحالة { $referral })
withdraw-told-to-stop = يصدر أمر إلى { $agency } بوقف المشاركة (الإحالة { $referral })
withdraw-further = وعن طريق هذه الجهة، الأمر نفسه إلى: { $agencies }
withdraw-here = هنا: { $what }
withdraw-answers = لمعرفة من ردّ: { $command }

# form
fill-cannot-ask = تعذّر طرح السؤال: { $error }
fill-cannot-ask-advice = ما أُجيب عنه موجود في الملف
fill-cannot-read = تعذّرت قراءة الإجابة: { $error }
fill-cannot-read-advice = ما أُجيب عنه موجود في الملف؛ تابع العمل عليه في محرّر نصوص
form-no-own = هذه الاستمارة عن خدمة: لا تُرسَل بموجب أي بروتوكول، وليست لها حقول خاصة
form-no-own-advice = احذف { $option }
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
client-socket = تعذّر الاتصال بالعقدة: { $error }
client-socket-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
client-stopped = توقفت العقدة قبل أن تتمكن من الرد، فربما لم يُنفَّذ ذلك
client-stopped-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
client-not-an-answer = الرد ليس من ردود هذا الإصدار: هل العقدة والأمر من الإصدار نفسه؟
client-not-an-answer-advice = راجع ما طبعته العقدة نفسها؛ وقبل أن تكرر الأمر تحقّق من ⁨`ihala list`⁩
refused-by-peer = رُفض ذلك من جانب { $agency }: { $rule }: { $sentence }
refused-by-peer-advice = { $advice }
audit-damaged = وجد التدقيق شيئاً غير متطابق
audit-damaged-advice = أبقِ المجلد كما هو للتحقيق، واستعد نسخة احتياطية في مكان آخر
store-in-use = تستخدم عملية أخرى مخزن هذا المجلد
store-in-use-advice = عقدة هذا المجلد الرئيسي تعمل بالفعل: أوقفها أولاً
store-unsafe = { $error }
store-unsafe-advice = يجب ألّا يتمكن من قراءته إلا المستخدم الذي يشغّل ⁨ihala⁩
store-damaged = { $error }
store-damaged-advice = استعد المجلد من نسخة احتياطية؛ واحتفظ بهذا المجلد للتحقيق
store-disk = { $error }
store-disk-advice = تحقّق من الصلاحيات والمساحة الفارغة على القرص
bug = هذا خلل في ⁨ihala⁩، أو أن المخزن متضرّر بدرجة لا يستطيع البرنامج تحديدها
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

# Help, and commands that make no sense
help-usage = الاستعمال
help-arguments = المعطيات
help-options = الخيارات
help-commands = الأوامر
help-help = طباعة هذه المساعدة
help-version = عرض رقم الإصدار
unknown-language = { $name }: اللغات هي ⁨en⁩ و⁨tr⁩ و⁨ar⁩ و⁨es⁩
help-possible-values = القيم الممكنة
help-default = الافتراضي
help-aliases = يُكتب أيضاً
exit-codes = رموز الخروج
exit-0 = تمّ التنفيذ (الوضع في قائمة الانتظار لجهة لا يمكن الوصول إليها يُعدّ تنفيذاً)
exit-1 = خطأ داخلي: القرص أو المنفذ أو الصلاحيات
exit-2 = خطأ في الاستعمال، أو ملف مُدخل فيه أخطاء
exit-3 = مرفوض بسبب القواعد أو الموافقة أو الثقة
exit-4 = غير موجود
exit-5 = العقدة لا تعمل
usage-missing = ينقص ما يلي: { $arguments }
usage-unknown = لا يوجد هنا خيار ولا معطى بالاسم { $argument }
usage-unknown-near = لا يوجد هنا خيار ولا معطى بالاسم { $argument }؛ هل تقصد { $near }؟
usage-no-command = ينقص أمر
usage-command = لا يوجد أمر بالاسم { $command }
usage-command-near = لا يوجد أمر بالاسم { $command }؛ هل تقصد { $near }؟
usage-no-value = يحتاج { $argument } إلى قيمة
usage-value = لا يقبل { $argument } القيمة { $value }
usage-value-of = لا يقبل { $argument } القيمة { $value }، بل واحدة مما يلي: { $valid }
usage-conflict = لا يُستخدم { $argument } مع { $other }

backup-made = كُتبت النسخة الاحتياطية في { $file }: عدد المدخلات { $entries }، وعدد البايتات { $bytes }.
backup-keep = احفظها على جهاز آخر. لا يفتحها إلا ملف الاستعادة: فاحفظه في مكان غير مكانها. آخر يوم لها هو { $day }: احذفها عندئذ، وأنشئ نسخة جديدة قبل ذلك بوقت طويل.
backup-check = للتحقق من أن نسخة ما كاملة: { $command }
backup-of = نسخة احتياطية لجهة { $agency }، أُنشئت في { $made }. آخر يوم: { $day }.
    البصمة: { $fingerprint }
    عدد المدخلات: { $entries }. يفتحها ملف استعادة البطاقة رقم { $card }.
backup-whole = هي كاملة وموقّعة من هذه الجهة. ولقراءة كل ما فيها أيضًا، أعطِ ملف الاستعادة: ⁨`--recovery`⁩
backup-opened = هي كاملة وموقّعة من هذه الجهة، وكل ما فيها يمكن قراءته.
backup-over = مضى يومها الأخير: لم تعد تُستعاد. احذفها.
restore-done = استُعيدت { $agency } في { $home }.
restore-original = إن كان الجهاز الذي أُخذت منه النسخة ما زال قادرًا على العمل، فأوقفه نهائيًا: سترفضه كل الجهات من الآن فصاعدًا. لا تستعد هذه النسخة مرة ثانية أبدًا.
restore-check = قبل أن تشغّلها انظر في ⁨`trust.toml`⁩: يقول ما كان يقوله حين أُنشئت النسخة. وسجّل من جديد ما لم تستلمه أي جهة أخرى: وقبل كل شيء سحب الموافقة.
restore-recovering = ما جرى بعد النسخة الاحتياطية تبلغ به الجهات الأخرى حالما يمكن الوصول إليها. وحتى ذلك الحين لا يمكن فتح ما تتشاركه مع إحداها ولا يضاف إليه شيء. لمعرفة ما وصل إليه الأمر: { $command }
recovery-restored = استُعيدت هذه الجهة في { $time } من نسخة احتياطية أُخذت في { $made }.
recovery-waits = لم تبلغ هذه الجهات بعدُ بما جرى بعدها:
recovery-left-out = لم يعد أحد ينتظر هذه الجهات:
recovery-complete = لا يُنتظر شيء.
status-superseded = حلّت محل هذه العقدة أخرى: استُعيدت الجهة في مكان آخر أو بُدّلت بطاقتها. لم يعد يخرج منها شيء؛ أوقفها نهائيًا.
recovery-leave-out-confirm = قد تكون { $agency } وحدها على علم بسحب موافقة أو بمحو. هل تُستثنى؟ اكتب نعم:
recovery-not-left-out = لم تُستثنَ: لم يتغير شيء
recovery-not-left-out-advice = قل ذلك بالخيار ⁨`--yes`⁩، أو اكتب نعم حين تُسأل
recovery-other-card = يفتح هذه النسخة ملف استعادة البطاقة رقم { $card }؛ وهذا ملف البطاقة رقم { $has }
recovery-other-card-advice = أعطِ ذلك الملف، أو استعمل نسخة أُخذت بعده

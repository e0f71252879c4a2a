# What the engine tells whoever asked, beside rules and labels. One key on a line; KEY-advice
# says what to do about KEY. Words between ` and ` are typed as they are.

## Who and what is meant

unknown-rule = una regla que esta versión no conoce
unknown-rule-advice = ambas organizaciones deberían usar una versión actual
referral-no-id = esto no es el id de una derivación
referral-no-id-advice = escriba el id o al menos sus primeros cuatro dígitos (`ihala list`)
referral-several = más de una derivación empieza así
referral-several-advice = escriba más dígitos (`ihala list`)
referral-unknown = ninguna derivación tiene este id
referral-unknown-advice = consulte `ihala list`
consent-no-id = esto no es el id de un consentimiento
consent-no-id-advice = escriba el id o al menos sus primeros cuatro dígitos (`ihala consent list`)
consent-several = más de un consentimiento empieza así
consent-several-advice = escriba más dígitos (`ihala consent list`)
consent-unknown = ningún consentimiento tiene este id
consent-unknown-advice = `ihala consent record` muestra el id, e `ihala consent list` los enumera todos
agency-several = más de una organización corresponde a este nombre
agency-several-advice = escriba más dígitos del id (`ihala trust list`)
agency-unknown = ninguna organización de confianza tiene este nombre o id
agency-unknown-advice = consulte `ihala trust list`; agregue una con `ihala trust add CARD`
isp-several = más de un protocolo coincide
isp-several-advice = escriba más dígitos del id (`ihala isp list`)
isp-unknown = ningún protocolo tiene este id
isp-unknown-advice = consulte `ihala isp list`; incorpore uno con `ihala isp draft` o `ihala isp import`
no-page = `after` no nombra ninguna página
no-page-advice = use el `next` de la página anterior
any-agency = cualquier organización que atienda esto: { $class }
any-party = cualquiera de las partes
it-is = su estado es { $state }

## Forms

form-mistakes = el formulario tiene errores
form-mistakes-advice = corríjalos e inténtelo otra vez; `ihala form check FILE` lo revisa de nuevo
nominate-on-paper = este destinatario no tiene nodo: no se le puede enviar nada
nominate-on-paper-advice = comuníqueselo por teléfono o por carta; a un órgano de coordinación con nodo se le informa con `ihala nominate`
form-about-service = este formulario trata de un servicio y no es una derivación
form-about-service-advice = `ihala nominate FORM --to AGENCY`
form-about-person = este formulario trata de una persona y se envía como derivación
form-about-person-advice = `ihala refer FORM --to AGENCY`
isp-mistakes = el protocolo tiene errores
isp-mistakes-advice = corríjalos e inténtelo otra vez
consent-mistakes = el registro de consentimiento tiene errores
consent-mistakes-advice = corríjalos e inténtelo otra vez

## Referring

refer-to-whom = una derivación va a una o más organizaciones
refer-to-whom-advice = nombre de 1 a { $max } con `--to`
refer-twice = una organización está nombrada dos veces
refer-twice-advice = nombre cada organización una sola vez
onward-not-ours = solo lo que nos llegó se pasa a otra organización
onward-accept-first = su estado es { $status }; acepte la derivación antes de pasarla a otra organización
onward-too-often = se ha traspasado demasiadas veces
no-reason = esto no es un motivo de la lista
no-reason-advice = uno de estos: { $names }
handed-on-again = este es el traspaso número { $count }: se está pasando a la persona de una organización a otra una y otra vez; llame por teléfono antes de continuar
been-there-before = ya estuvo antes en la organización destinataria; el motivo indicado: { $reason }
care-window = cierta atención solo es eficaz en las 72 horas siguientes al incidente, hasta el { $time }, y la organización destinataria no puede conocer ese momento hasta que acepte: llame por teléfono a la organización o derive el caso como emergencia
waits-for-account = espera hasta que esta organización haya contado lo que vino después de la copia de seguridad con la que se restauró el nodo: `ihala recovery`
emergency-way = esto es una emergencia: llame ahora por teléfono a la organización; diga la urgencia, lo que se necesita, la zona y el grupo de edad, pero ningún nombre
emergency-way-to = esto es una emergencia: llame ahora por teléfono a { $whom }; diga la urgencia, lo que se necesita, la zona y el grupo de edad, pero ningún nombre
emergency-phone = emergencia: llame ahora por teléfono a { $agency } ({ $number }) y diga la urgencia, el tipo de caso y la zona, pero ningún nombre; después, `ihala called`
emergency-phone-unknown = emergencia: llame ahora por teléfono a { $agency } (el número no está en el protocolo) y diga la urgencia, el tipo de caso y la zona, pero ningún nombre; después, `ihala called`
emergency-not-taken = la organización destinataria no se hace cargo de esta emergencia: llame ahora por teléfono a otra; diga la urgencia, lo que se necesita, la zona y el grupo de edad, pero ningún nombre
emergency-not-taken-others = la organización destinataria no se hace cargo de esta emergencia: llame ahora por teléfono a una de estas: { $others }; diga la urgencia, lo que se necesita, la zona y el grupo de edad, pero ningún nombre

## What to know before acting on a referral

do-not-contact = NO contacte a la persona: todo contacto pasa por quien deriva el caso
first-stage-alone = de esta solicitud aquí solo se sabe lo que ya había salido: el resto se perdió con el disco antes de restaurar, y no seguirá. Pregunte otra vez a la persona, derive de nuevo y cancele esta avisando a la agencia
safe-contact = contactar a la persona solo por el medio y en las horas que ella indique, nunca a través de un familiar; no decir nunca de parte de quién llama si no sabe quién escucha; y recurrir a intérprete del sexo que ella pida
identity-after-accept = la identidad de la persona llega después de que usted acepte, y aceptar significa: { $safe_contact }
identity-not-yet = aún no ha llegado la identidad de la persona: llegará en cuanto haya conexión con el nodo del remitente, si el consentimiento y el protocolo todavía lo permiten; usted ha asumido lo siguiente: { $safe_contact }
identity-came = usted ha asumido lo siguiente: { $safe_contact }
in-error-still-there = { $agency } todavía tiene lo que se le envió: `ihala consent withdraw { $referral } --from { $id } --erase` hace que se destruya
ask-the-person = alguien que tiene los datos recibió el aviso de que se retiró el consentimiento: pregunte a la persona; después, `ihala consent withdraw { $referral } --stop` o `--erase`, o bien, si sigue de acuerdo, `ihala consent renew { $consent } --until DATE --method HOW --person-was-asked`; esta derivación sigue detenida, y allí donde la persona lo retiró no se admite nada más con este consentimiento: registre uno nuevo para esa organización
never-left = nunca salió: la otra organización no sabe nada de ella, y no queda nada por hacer
nothing-more-shared = se retiró el consentimiento: no se comparte nada más, en ninguna de las dos direcciones
knows-destroyed = destruido aquí
knows-stored = guardado aquí
knows-reported-destroyed = según se informó: destruyó lo que se le comunicó
knows-paper-to-destroy = debe destruir lo que se le comunicó: llame por teléfono a la organización y registre su respuesta
knows-says-destroyed = dice que destruyó los datos
knows-keeps = conserva los datos, con fundamento legal
knows-ordered = se le ordenó destruir los datos y aún no ha respondido
knows-confirmed = su nodo lo confirmó
knows-refused = su nodo lo rechazó y no conserva nada
knows-paper = no tiene nodo: esto es lo que se le puede comunicar
knows-waits = todavía no: espera aquí
knows-sent = envió los datos
knows-further-destroyed = recibió los datos de otra organización y los destruyó, según comunica esta
knows-further-keeps = recibió los datos de otra organización y los conserva con fundamento legal, según comunica esta
knows-further = tiene los datos: los recibió de otra organización

## Steps of a referral

step-refused-there = el otro nodo rechazó la derivación, así que no hay nada que hacer en conjunto
step-reported = los pasos de una organización destinataria sin nodo se registran con un informe, y solo esos
step-reported-advice = `ihala report ID STEP --said-by NAME --how WAY`
step-by-node = este paso lo da el propio nodo
step-by-node-advice = `ihala show ID` dice qué puede hacer usted
step-accept-note = una aceptación que asume las obligaciones de contacto seguro no lleva nota
step-accept-note-advice = acepte primero; la nota va con un paso posterior
step-asks-nothing = una pregunta debe pedir algo
step-asks-nothing-advice = nombre campos con `--field` o escriba lo que necesita con `--note`
step-note = la nota es demasiado larga o contiene caracteres de control
step-note-advice = escriba como máximo { $max } caracteres
step-appointment = la cita es el { $time }
step-appointment-when = una cita debe ser hoy o más adelante, dentro de los próximos cinco años
step-appointment-when-advice = escríbala con su diferencia horaria respecto a UTC, como `--at 2026-01-31T14:00:00+03:00`
step-until-when = falta indicar hasta cuándo es válido
step-until-when-advice = escríbalo con su diferencia horaria respecto a UTC, como `--at 2026-01-31T14:00:00+03:00`
step-nothing-waits = no hay nada pendiente de enviar tras la aceptación, o no se aceptó con sus obligaciones
step-no-time = este paso no lleva fecha y hora
step-no-time-advice = no la indique
step-no-fields = este paso no lleva campos
step-no-fields-advice = no los indique
step-no-agency = este paso no lleva organización
step-no-agency-advice = no la indique
step-no-form = este paso no lleva formulario
step-no-form-advice = no lo indique
step-no-safe-contact = este paso no lleva confirmación
step-no-safe-contact-advice = no la indique
step-nothing-more = su estado es { $status }, y no se puede hacer nada más
step-possible = su estado es { $status }; ahora es posible: { $steps }
step-no-such-code = esto no es un código de la lista { $list }
step-no-such-code-advice = una de estas opciones: { $names }
step-needs-code = este paso necesita un código de la lista `{ $list }`
step-needs-code-advice = uno de estos: { $names }
step-takes-no-code = este paso no lleva ninguno
answer-may-not = `{ $path }` no se puede comunicar: { $why } ({ $rule })
answer-may-not-advice = proporcione un formulario que lo contenga (`--form`) o diga por qué no se comunica: `--cannot` { $names }
answer-nothing = el formulario no contiene nada más de lo que se pidió
answer-nothing-advice = proporcione un formulario que lo contenga (`--form`) o diga por qué no se comunica: `--cannot` { $names }
answer-other-form = este formulario no es el de la derivación
answer-other-form-advice = empiécelo con `form = "{ $form }"`
step-takes-no-code-advice = quítelo
step-time-not-told = por eso no se registró nada: el protocolo o el consentimiento no permiten comunicar las citas
step-time-not-told-advice = acuerde la hora por teléfono; hace falta `feedback.appointment` en el protocolo y en el consentimiento
step-note-not-told = por eso no se registró nada: el protocolo o el consentimiento no permiten enviar notas
step-note-not-told-advice = dé el paso sin `--note` y dígalo por teléfono
leak = `{ $path }`, en el carácter { $at }, revela `{ $tells }`
ask-no-field = no existe ese campo o grupo: { $field }
ask-no-field-advice = los campos son los del formulario, como `person.phone` o `safety`
called-with = diga con quién habló y, en una línea, qué se dijo
called-with-advice = como máximo { $with } caracteres para la persona con quien habló y { $said } para lo que se dijo
called-too-often = no se pueden registrar más llamadas en esta derivación

## Receivers without a node

paper-name = una organización destinataria tiene un nombre y un número de teléfono, de una línea cada uno
paper-name-advice = un nombre tiene como máximo { $max } caracteres imprimibles
paper-name-taken = otra organización ya tiene este nombre
paper-name-taken-advice = elija un nombre que permita distinguirlas
paper-has-node = esta parte tiene un nodo: firma por sí misma
paper-has-node-advice = envíele el protocolo: `ihala isp sign`
paper-say-who = diga en una línea quién firmó, cuándo y dónde se guarda el papel
paper-say-who-advice = por ejemplo: `--paper "Dr Aydin, 2026-11-02, cabinet 3"`
report-how = esta forma de comunicarlo no está en la lista
report-how-advice = una de estas: { $names }
report-when = indique cuándo se dijo, con fecha, hora y diferencia horaria respecto a UTC
report-when-advice = escríbalo como `2026-01-31T14:00:00+03:00`
report-when-impossible = no puede haberse dicho antes de que se hiciera la derivación, ni en el futuro
report-when-impossible-advice = corrija `--when`; si no lo indica, se toma la hora de este informe
report-said-by = diga en una línea quién nos lo dijo
report-said-by-advice = nombre a esa persona

## Trust and protocols

petname = un nombre para una organización tiene de 1 a { $max } caracteres imprimibles
petname-advice = elija uno con `--name`
petname-taken = otra organización de confianza ya tiene este nombre
petname-taken-advice = elija uno con `--name`
trust-undisputed = no hay nada que decidir sobre las tarjetas de esta organización
trust-undisputed-advice = `ihala status` nombra las organizaciones cuyas tarjetas tienen dos historias
trust-mistakes = la lista de confianza tiene errores
trust-mistakes-advice = corrija las líneas indicadas
trust-file-differs = `trust.toml` se editó y no vale tal como está ahora
trust-file-differs-advice = mírelo primero: `ihala trust check`, luego `ihala trust reload`
trust-by-hand = la lista de confianza está escrita de un modo que un comando no puede editar
trust-by-hand-advice = edite `trust.toml`, luego `ihala trust reload`
trust-case-type = no hay tal tipo de caso
trust-case-type-advice = los tipos de caso son: { $names }
network-not-followed = ninguna red que se sigue lleva este nombre o id
network-not-followed-advice = consulte `ihala roster list`; siga una con `ihala roster follow FILE`
network-not-known = todavía no ha llegado nada de esta red
network-not-known-advice = tome un archivo con `ihala roster take FILE`, o espere a un nodo que la siga
doctor-unknown = esta organización no está en la lista de confianza
doctor-unknown-advice = intercambien tarjetas y comparen las huellas por teléfono: `ihala trust add CARD`
doctor-no-card = la organización está en la lista de confianza, pero su tarjeta no ha llegado
doctor-no-card-advice = pídale su archivo de tarjeta: `ihala trust add CARD`. También lo trae un nodo que siga la misma red
doctor-disputed = hay dos historias de las tarjetas de esta organización: alguien puede estar haciéndose pasar por ella
doctor-disputed-advice = reúnase con su gente; luego `ihala trust settle CARD`
doctor-disputed-there = le han mostrado dos historiales de nuestras tarjetas y no acepta nada de nosotros hasta que su gente decida: alguien tiene o tuvo nuestro archivo de recuperación
doctor-disputed-there-advice = lleve nuestro archivo de tarjeta a su gente (`ihala card export FILE`): deciden con `ihala trust settle FILE`
doctor-disputed-own = alguien hizo otra tarjeta siguiente de esta organización con nuestro archivo de recuperación y se la muestra a otros
doctor-disputed-own-advice = lleve nuestro archivo de tarjeta a la gente de cada organización asociada (`ihala card export FILE`): deciden con `ihala trust settle FILE`. Luego cambie la tarjeta (`ihala card rotate`) y quite aquí este aviso con el mismo comando
doctor-suspended = la red { $network } ha suspendido a esta organización, o ella se ha ido
doctor-suspended-advice = llame al grupo central de la red; lo que está abierto puede terminarse
doctor-roster-ended = la lista de miembros de { $network } terminó hace más de dos semanas, así que no sale ninguna solicitud nueva
doctor-roster-ended-advice = pida al grupo central una nueva: `ihala roster take FILE`
doctor-no-address = no indica ninguna dirección y no se ha conectado con nosotros
doctor-no-address-advice = pida a quien la administra que arranque el nodo, o que anuncie una dirección: `ihala serve --announce`
doctor-unreachable = nadie responde en { $addresses }
doctor-unreachable-advice = llame a quien la administra: ¿funciona el nodo, está abierto el puerto, es correcta la dirección? El nuestro reintenta solo
doctor-wrong-node = en { $addresses } responde otro nodo, con otra clave: quizá alguien se hace pasar por la organización
doctor-wrong-node-advice = no envíe nada por otra vía; llame a quien la administra. Si su nodo se hizo de nuevo, tome su nuevo archivo de tarjeta: `ihala trust add CARD`
doctor-turned-away = su nodo responde y corta la conexión: no nos deja entrar
doctor-turned-away-advice = llame a quien la administra: ¿estamos en su lista de confianza, con nuestra tarjeta actual? Envíele nuestro archivo de tarjeta: `ihala card export FILE`
doctor-version = su nodo no habla nuestra versión del protocolo
doctor-version-advice = llame a quien la administra: ambos deberían usar una versión actual
doctor-we-are-replaced = dice que otra tarjeta ha reemplazado a la nuestra
doctor-we-are-replaced-advice = si esta organización se restauró en otro lugar, detenga este nodo para siempre; si no, alguien tiene nuestra clave de recuperación: llame a sus socios de inmediato
doctor-behind = esta agencia se restauró de una copia de seguridad, y ella aún no ha dicho lo que pasó después
doctor-behind-advice = no hay nada que hacer: lo dice en cuanto se la alcanza. Si no vuelve nunca: `ihala recovery leave-out`
doctor-recovering-there = se restauró de una copia de seguridad, y aún no sabe qué pasó entre nosotros después
doctor-recovering-there-advice = no hay nada que hacer: nuestro nodo se lo dice, y entonces sale lo que tiene que salir
doctor-suspended-there = su red nos ha suspendido, o considera que nos hemos ido
doctor-suspended-there-advice = llame al grupo central de la red
doctor-not-trusted-there = no estamos en su lista de confianza
doctor-not-trusted-there-advice = llame a quien la administra y envíele nuestro archivo de tarjeta: `ihala card export FILE`
doctor-unknown-there = no conoce nuestra tarjeta actual
doctor-unknown-there-advice = nuestro nodo se la comunica. Si esto sigue, envíele nuestro archivo de tarjeta: `ihala card export FILE`. Si esta organización se restauró dos veces, o recibió otra tarjeta en otro lugar, solo una de las dos puede continuar
doctor-own-list = nuestra propia lista de confianza no deja salir solicitudes hacia ella
doctor-own-list-advice = si ya no se quiere así: `ihala trust set AGENCY --send true`
doctor-we-are-ahead = dice que nuestros mensajes vienen del futuro: uno de los dos relojes está mal
doctor-we-are-ahead-advice = comparen la hora por teléfono y corrijan el reloj que esté mal
doctor-they-are-ahead = sus mensajes vienen del futuro: uno de los dos relojes está mal (el nuestro: { $time })
doctor-they-are-ahead-advice = comparen la hora por teléfono y corrijan el reloj que esté mal
doctor-no-reply = lo que vuelve no está firmado con su clave: quizá alguien se hace pasar por la organización
doctor-no-reply-advice = llame a quien la administra; si su clave cambió, tome su nuevo archivo de tarjeta: `ihala trust add CARD`
doctor-refused = no acepta lo que enviamos: { $rule }, { $sentence }
doctor-refused-advice = `ihala show ID` de una referencia con ella dice más
doctor-old-card = llegan mensajes con una tarjeta que ella ha reemplazado: de alguien que tiene su clave antigua, o de una copia de su nodo
doctor-old-card-advice = llame a quien la administra; no se aceptan
doctor-skew-ahead = su reloj va { $minutes } minutos adelantado respecto al nuestro (el nuestro: { $time })
doctor-skew-ahead-advice = comparen la hora por teléfono y corrijan el reloj que esté mal
doctor-skew-behind = su reloj va { $minutes } minutos atrasado respecto al nuestro (el nuestro: { $time })
doctor-skew-behind-advice = comparen la hora por teléfono y corrijan el reloj que esté mal
doctor-keys-ended = sus claves de recepción terminaron el { $day }: lo que debe salir espera a que haya contacto
doctor-keys-ended-advice = nada que hacer si su nodo vuelve; si no, pida un nuevo archivo de tarjeta: `ihala trust add CARD`
doctor-keys-early = sus claves de recepción son para un tiempo futuro: uno de los dos relojes va mal (el nuestro: { $time })
doctor-keys-early-advice = comparen la hora por teléfono y corrijan el reloj que va mal
doctor-no-isp = no hay ningún protocolo de intercambio de información firmado por ambas
doctor-no-isp-advice = acuerden uno: `ihala isp new FILE --with NAME`
doctor-isp-ended = no hay ningún protocolo vigente: los que ambas firmaron han vencido, o una parte los terminó
doctor-isp-ended-advice = `ihala isp list`; acuerden una nueva versión
doctor-consent = el consentimiento ya no vale para referencias abiertas: { $ids }
doctor-consent-advice = hable con la persona: `ihala consent draft FORM --to AGENCY`
doctor-queued = mensajes que la esperan: { $count }
doctor-queued-advice = salen solos cuando se arregle lo anterior
doctor-under-way = todo está bien; mensajes en camino hacia ella: { $count }
doctor-under-way-advice = nada que hacer
doctor-fine = todo está bien
doctor-fine-advice = nada que hacer
doctor-keys-kept = secretos de recepción que ya deberían estar destruidos y se conservan porque dos nodos no han confirmado la hora: { $count }
doctor-keys-kept-advice = ¿está bien el reloj de este nodo? Entonces: `ihala clock confirm`
doctor-unprotected = las claves de este nodo no están selladas con una frase de contraseña: quien se lleve su disco lo tiene todo
doctor-unprotected-advice = séllelas: `ihala passphrase`
doctor-copies-on-write = el disco de este nodo escribe en otro sitio lo que se sobrescribe: lo borrado puede encontrarse en él
doctor-copies-on-write-advice = pase la carpeta a ext4 o XFS, sin instantáneas, en un disco cifrado
isp-not-we = esta organización
isp-signed = hemos firmado este protocolo
isp-signed-advice = suspéndalo o póngale fin: `ihala isp suspend`, `ihala isp terminate`
isp-later-version = una versión posterior se basa en esta
isp-later-version-advice = descarte primero esa, o conserve ambas
clause-in-one-stage = { $label }: { $from } puede enviar a { $to }, en una sola etapa, este tipo de casos: { $case_types }; datos: { $fields }
clause-in-two-stages = { $label }: { $from } puede enviar a { $to }, en dos etapas, este tipo de casos: { $case_types }; datos: { $fields }

## Consent

given-how = { $who }; { $how }
consent-own = `{ $field }` no es el campo propio de ese resumen
consent-own-advice = use los nombres y resúmenes que escribe `ihala consent draft`
consent-date = `date` está en el futuro
consent-date-advice = escriba el día en que la persona respondió
consent-until = el último día debe ser una fecha futura, dentro de los próximos diez años
consent-until-advice = escríbalo como `2027-01-31`
consent-ask-person = otra organización recibió el aviso de que se retiró este consentimiento
consent-ask-person-advice = pregunte a la persona; si sigue de acuerdo, agregue `--person-was-asked`
consent-say-why = diga por qué, en una línea
consent-say-why-advice = se conserva con el registro
consent-destroyed = su registro se destruyó
paper-can-harm = un papel sobre este caso puede hacer daño a la persona
paper-can-harm-advice = entregue la hoja breve (`ihala consent slip`); si la persona quiere la constancia y es seguro, `--paper-is-safe`
renew-how = diga cómo dijo la persona otra vez que sí
renew-how-advice = una de estas opciones: { $names }
renew-name = un nombre ocupa una sola línea
renew-name-advice = como máximo { $max } caracteres
renew-witness = el consentimiento verbal necesita testigo
renew-witness-advice = indique su nombre con `--witness`
renew-language = indique el idioma en que se leyó
renew-language-advice = como `--language ar`
draft-head = Complete lo que está vacío, después de leer el texto a la persona.
draft-answer = `given` o `refused` (o `requested`, `deferred`, `unknown`)
draft-basis = { $names }: todos menos `consent` necesitan `reason =` y `authorised_by =`
draft-given-by = { $names }; si no responde la propia persona, hacen falta `guardian =`, `guardian_relationship =`, `assent =`
draft-not-asked = si un niño o una niña responde por su cuenta, por qué no se preguntó a la persona cuidadora: { $names }
draft-method = cómo respondió la persona: { $names }
draft-language = el idioma en que se leyó el texto
draft-interpreter = nombre, si hubo intérprete
draft-witness = nombre; necesario si el consentimiento se dio verbalmente
draft-onward = `true`: pueden derivar a la persona a otra organización, con lo que se les comunicó
draft-paper = `true`: la persona recibe la hoja breve, no la constancia
draft-recipient = Un destinatario es una organización o una clase: cualquier organización a la que un protocolo permita enviar un caso así, con `class = "legal"` (medical, legal, material, protection) en lugar de `agency =`.

## Withdrawing, and keeping on a legal basis

withdraw-nothing = nada aquí se basa en este consentimiento
withdraw-nothing-advice = consulte `ihala consent list` e `ihala list`
withdraw-not-there = desde aquí no se envió nada a { $agency } con este consentimiento
withdraw-not-there-advice = nombre la organización a la que se envió; esa se lo comunica a las siguientes
withdraw-before = ya se había retirado antes, y no queda nada que detener ni que destruir
withdraw-unknown = ningún consentimiento ni derivación tiene este id
withdraw-unknown-advice = consulte `ihala list`; `ihala show ID` nombra el consentimiento
retain-basis = esto no es un fundamento legal de la lista
retain-basis-advice = uno de estos: { $names }
retain-until = el último día debe ser una fecha futura, dentro de los próximos cien años
retain-until-advice = escríbalo como `2027-01-31`
retain-too-late = un fundamento legal se fija donde se recibieron los datos, antes de una orden de destruirlos
retain-none = no se conserva con un fundamento legal
here-stopped = el consentimiento se marca como retirado y se conserva como prueba de que se dio
here-erased = el consentimiento se retira y su registro se destruye
here-not-named = el consentimiento ya no nombra a esta organización
here-kept = lo que se recibió aquí se conserva donde se fijó un fundamento legal, hasta que este termine
here-received = lo que se recibió aquí se destruye
here-copies = las copias que hay aquí de lo que se envió se destruyen
here-own-consent = esto no afecta a lo que se envió a otra parte con un consentimiento que pedimos nosotros: retire también ese consentimiento, si es lo que la persona quiere (`ihala consent list`)
here-own-files = lo que una organización escribió en sus propios expedientes sobre el servicio que prestó sigue siendo de esa organización
here-backups = las copias de seguridad de este nodo pueden contenerlo hasta el { $day }: están selladas, y nada se toma de ellas
order-not-left = aún no ha salido, y no saldrá
order-phone = no tiene nodo: llame por teléfono a la organización
order-phone-report = no tiene nodo: llame por teléfono a la organización y registre su respuesta (`ihala report ID erased`)
order-untrusted = no está en la lista de confianza: la orden espera hasta que lo esté
order-upward = esa organización envió los datos y transmite la orden: la organización que tiene el consentimiento pregunta a la persona y después ordena la destrucción
order-elsewhere = también envió algo a otra parte con un consentimiento propio, que sigue siendo válido hasta que se retire allí

recovery-none = esta agencia no se ha restaurado de una copia de seguridad
recovery-not-awaited = no se espera a { $agency }: ya ha dicho lo que pasó después de la copia, o no tiene nada que decir

backup-days = una copia se guarda de 1 a { $max } días: después ya no se restaura
backup-no-key = esta carpeta aún no sabe con qué se sellan sus copias: rote la tarjeta una vez (`ihala card rotate`) y haga después la copia
backup-given-up = esta copia no se continúa: se empezó otra, o nadie pidió la siguiente parte durante un minuto; empiece de nuevo

node-superseded = este nodo fue sustituido: la agencia se restauró en otro lugar, o se rotó su tarjeta; de aquí ya no sale nada, así que nada se anota: trabaje en el otro

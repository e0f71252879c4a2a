# What the command line says. One key on a line; KEY-advice says what to do about KEY.

fill-start = Pulse Intro para saltar una pregunta o conservar su respuesta. Escriba - para borrar la respuesta, ? para ver la ayuda, < para volver a la pregunta anterior y . para terminar. Un texto largo acaba con una línea vacía.
fill-needed = Este formulario necesita una respuesta aquí.
fill-yes-or-no = Sí o no
fill-not-fit = Esa respuesta no es válida aquí: { $why }
fill-written = Guardado en { $file }. Para revisarlo: { $command }
check-good = No falta nada.
check-good-own = No falta nada. Lo que hay en { $group } se revisa cuando se sabe a quién va.
error = error
what-to-do = qué hacer

# Shared by list, show, refer and status
waiting-for-sender = a la espera del remitente
overdue = PLAZO VENCIDO para { $clock } desde el { $since }
overdue-phone = llame al { $phone }
overdue-supervisor = avise a quien supervisa
problem = { $rule }: { $sentence }; { $advice }
agency-phone = { $agency } (teléfono { $phone })
orders-owing = SE ORDENÓ DESTRUIR, sin respuesta de: { $agencies }
orders-ask-person = PREGUNTE A LA PERSONA: el { $at } llegó a través de { $agency } el aviso de que se retiró el consentimiento
orders-both = { $owing }; { $ask }

# LIST
list-from = de { $agency }
list-to = para { $agency }
list-held-back = la identidad de la persona aún no se ha enviado: { $rule } { $sentence }
list-refused = se rechazó: { $rule } { $sentence }
list-none = no hay derivaciones que mostrar
list-more = más: { $option }

# SHOW
show-from = derivación { $id } de { $agency }
show-to = derivación { $id } para { $agency }
show-status = { $case }, { $urgency }: { $task } ({ $business })
show-status-waiting = { $case }, { $urgency }: { $task } ({ $business }), a la espera del remitente
show-status-plain = { $case }, { $urgency }: { $task }
show-held-back = aceptada, pero la identidad de la persona aún no se ha enviado; se enviará automáticamente cuando termine lo que lo impide: { $problem }
show-on-paper = no tiene nodo: llame al { $phone } y registre lo que le digan
show-on-paper-no-number = no tiene nodo: llame por teléfono a la organización y registre lo que le digan
show-transfer = es una transferencia: la responsabilidad pasa a la organización destinataria cuando esta acepta; responsable ahora: { $agency }
show-hold = se conserva hasta el { $until }, incluso ante una orden de destruir: { $basis }
show-continues = continúa la derivación { $id }
show-continued-by = derivada a otra organización como { $id }
show-then = { $first }, después { $next }
show-handovers = traspasada por: { $agencies }
show-erased = su contenido se destruyó aquí el { $at }
show-call = llamada del { $at } con { $whom }
show-call-said = llamada del { $at } con { $whom }: { $said }
show-due = plazo para { $clock }: hasta el { $by }
show-withheld = no se envía: { $field } ({ $rule })
show-history = historial
show-note = «{ $note }»
show-keys-until = lo que se capturó en el camino se puede abrir hasta el { $time }
show-backups-until = las copias de seguridad que pueden contenerlo terminan el { $time }
show-unsigned = según se informó, sin firma
show-too-late = llegó demasiado tarde: la otra parte ya había actuado
show-problem = { $rule }: { $sentence }
show-reported = según informó { $by } ({ $how }), { $at }
show-settled = { $delivery } el { $at }
show-orders = órdenes
show-order-stop = se le ordenó dejar de compartir
show-order-unanswered = se le ordenó destruir: AÚN SIN RESPUESTA
show-order-answered = se le ordenó destruir; respuesta: { $answer }
show-order-reported = se le ordenó destruir; respuesta: { $answer } (según se informó, sin firma)
show-order-told = se le ordenó destruir; respuesta: { $answer }, según comunica { $agency }
show-order-reported-told = se le ordenó destruir; respuesta: { $answer } (según se informó, sin firma), según comunica { $agency }
show-order-kept = { $told } ({ $basis }) hasta el { $until }
show-none-set = no lo ha dicho
show-order-copies = { $told }; fecha en que las copias interceptadas dejan de poder leerse: { $copies }; fecha en que caducan las copias de seguridad: { $backups }
show-who-knows = quién sabe qué
show-knows-fields = { $basis } (campos: { $count })
show-report-steps = cuando responda, regístrelo con `{ $command }`; pasos posibles: { $steps }
show-next-steps = ahora usted puede:

# REFER
refer-goes = se envía: { $fields }
refer-later = se envía únicamente cuando { $agency } haya aceptado: { $fields }
refer-warning = ADVERTENCIA: { $warning }
refer-trial = para { $agency }: esto se enviaría (no se envió nada)
refer-delivered = la derivación { $id } para { $agency } se ha entregado: su nodo la ha guardado
refer-refused = la derivación { $id } para { $agency } fue rechazada por su nodo
refer-not-taken = la derivación { $id } para { $agency } está firmada y en cola; su nodo aún no la admite
refer-queued = la derivación { $id } para { $agency } está firmada y en cola; sale en cuanto haya conexión con la organización
refer-on-paper = la derivación { $id } para { $agency } está registrada; la organización no tiene nodo: llame al { $phone }, diga lo que se envía y registre lo que le digan ({ $command })
refer-on-paper-no-number = la derivación { $id } para { $agency } está registrada; la organización no tiene nodo: llame por teléfono a la organización, diga lo que se envía y registre lo que le digan ({ $command })
refer-withheld = no se envía: { $field } ({ $rule }: { $sentence })

# Steps (and refer --wait)
wait-identity = aún no ha llegado la identidad de la persona: llegará en cuanto haya conexión con el nodo del remitente, si el consentimiento y el protocolo todavía lo permiten
wait-no-node = ya no se puede preguntar al nodo; { $id } está en cola y sale cuando el nodo esté en marcha
wait-not-confirmed = sin confirmar en { $seconds } s: sigue en cola y sale cuando haya conexión con la organización

# RECEIVER
receiver-none = no se conoce ninguna organización destinataria sin nodo

# STATUS
status-agency-id = id de la organización
status-fingerprint = huella
status-address = dirección
status-no-barrier = nada escrito desde el inicio
status-leaves = hojas: { $count }
status-barrier = última escritura en disco
status-audit = auditoría
status-connected = con conexión
status-not-connected = sin conexión
status-queued = en cola: { $count }
status-witnessed = hojas de auditoría: { $count }, cabeza { $head }, { $at }
status-overdue = derivaciones con plazo vencido: { $count } ({ $command })
status-unanswered = derivaciones que se ordenó destruir y aún sin respuesta: { $count } ({ $command })
status-held-back = derivaciones aceptadas en las que la identidad de la persona está pendiente por el consentimiento o el protocolo: { $count } ({ $command })
status-ask-person = derivaciones en las que otra organización comunica que se retiró el consentimiento: { $count }; PREGUNTE A LA PERSONA ({ $command })
status-dropped = derivaciones que { $agency } aceptó y después abandonó: { $count }
status-escalation = PLAZO VENCIDO, según comunica { $by }: { $late } no ha hecho esto: { $clock }; detectado el { $since }; { $case }, { $urgency }
status-not-taken = no admitido, veces: { $count }, última vez: { $last }, { $problem }
status-alarm = ALARMA { $agency }, veces: { $count }, última vez: { $last }, { $problem }

# NOMINATE
nominate-queued = en cola para { $agency }
nominate-none = todavía no se ha propuesto ningún servicio
nominate-way = de { $by } para { $to }

# the home folder and what every command starts from
home-unknown = no hay una carpeta para los datos de la organización
home-unknown-advice = indique una con { $option }
actor-name = { $option } lleva un nombre de 1 a { $max } caracteres imprimibles
actor-name-advice = escriba el nombre por el que le conocen sus colegas
cannot-start = no se puede iniciar: { $error }
input-too-long = { $file } supera los { $max } bytes
input-too-long-advice = ningún formulario, tarjeta o protocolo es tan largo: ¿es el archivo correcto?
output-failed = no se puede escribir en la salida estándar: { $error }; de todos modos, esto se hizo:
home-path-too-long = la ruta de { $home } es demasiado larga para un socket
home-path-too-long-advice = elija una carpeta cuya ruta tenga como máximo { $max } bytes
home-without-agency = no hay ninguna organización en { $home }
home-without-agency-advice = cree una con `{ $command }` o indique su carpeta con { $option }
home-cannot-look-at = no se puede examinar { $home }: { $error }
home-cannot-look-at-advice = revise la ruta, los permisos y el espacio libre del disco
home-of-another = { $home } pertenece a otro usuario
home-of-another-advice = ejecute ihala con el usuario dueño de la carpeta o indique la suya con { $option }
home-open-to-others = otros usuarios pueden entrar en { $home }
home-open-to-others-advice = ciérrela primero: { $command }
home-taken = en { $home } ya hay una organización
home-taken-advice = úsela tal como está o indique otra carpeta con { $option }
home-not-empty = { $home } no es una carpeta vacía
home-not-empty-advice = indique otra carpeta con { $option }
home-cannot-create = no se puede crear { $home }: { $error }
home-cannot-create-advice = revise la ruta, los permisos y el espacio libre del disco
home-cannot-sync = no se puede sincronizar { $home }: { $error }
home-cannot-sync-advice = revise la ruta, los permisos y el espacio libre del disco
home-cannot-write = no se puede escribir { $home }: { $error }
home-cannot-write-advice = revise la ruta, los permisos y el espacio libre del disco
recovery-exists = el archivo de recuperación { $file } ya existe
recovery-exists-advice = muévalo a otro lugar o indique otro con { $option }: puede ser la única copia de una organización

# init
init-name = un nombre tiene de 1 a { $max } caracteres imprimibles
init-name-advice = corrija { $option }
init-not-an-address = `{ $address }` no es una dirección como { $example }
init-not-an-address-advice = corrija { $option }
init-done = { $agency } tiene su carpeta: { $home }
init-recovery = Mueva ahora { $file } a otro lugar, como una memoria USB en una caja fuerte. Contiene la próxima clave de identidad: con ella puede recuperar su organización si este equipo se pierde o lo roban.
init-protected = Las claves de esta carpeta están selladas con la frase de contraseña: sin ella nadie puede leer nada aquí, tampoco usted. Guárdela donde guarda otras contraseñas, lejos de esta máquina.
init-unprotected = Las claves de esta carpeta no tienen frase de contraseña. Quien pueda leer el disco puede leerlo todo: esto es para pruebas y demostraciones. `ihala passphrase` les pone una.
recovery-words = Archivo de recuperación de { $agency } (Ihala).
    Con esta clave la organización obtiene su tarjeta número { $card } si pierde o le roban la máquina,
    o si restaura sus datos de una copia de seguridad. Quien la tenga puede apoderarse de la organización.
    Guárdela lejos del nodo, en papel o en una memoria USB en una caja fuerte; nunca en el correo.
recovery-not-one = esto no es un archivo de recuperación, o hay un símbolo equivocado
recovery-not-one-advice = nombre el archivo que escribió `ihala init` o el último `ihala card rotate`; si lo copió de un papel, compárelo grupo por grupo
recovery-of-another = este archivo de recuperación es de otra organización
recovery-of-another-advice = nombre el de esta organización
recovery-used = este archivo de recuperación ya se usó: la tarjeta que produce ya existe
recovery-used-advice = nombre el archivo que escribió el último `ihala card rotate`
recovery-not-next = este archivo de recuperación no contiene la clave que nombra la tarjeta actual
recovery-not-next-advice = nombre el archivo que escribió `ihala init` o el último `ihala card rotate`
passphrase-ask = Frase de contraseña:
passphrase-choose = Frase de contraseña para las claves de esta organización (al menos { $min } caracteres; cuatro o cinco palabras van bien):
passphrase-again = La misma otra vez:
passphrase-differs = las dos no son iguales
passphrase-differs-advice = inténtelo de nuevo: no se cambió nada
passphrase-one-fd = la frase antigua y la nueva no pueden venir del mismo descriptor de archivo
passphrase-one-fd-advice = dé dos: `--passphrase-fd` y `--new-passphrase-fd`
passphrase-short = una frase de contraseña tiene al menos { $min } caracteres
passphrase-short-advice = elija cuatro o cinco palabras que no tengan relación entre sí
passphrase-long = una frase de contraseña tiene como máximo { $max } bytes
passphrase-long-advice = elija una más corta
passphrase-nobody = hace falta una frase de contraseña y no hay a quién pedirla
passphrase-nobody-advice = désela con { $option }, o como credencial de systemd `{ $credential }`
passphrase-needed = las claves de esta carpeta están protegidas por una frase de contraseña
passphrase-needed-advice = désela cuando se le pida o con `--passphrase-fd`
passphrase-wrong = esta no es la frase de contraseña
passphrase-wrong-advice = inténtelo de nuevo; si ya nadie la sabe, restaure una copia de seguridad con el archivo de recuperación
passphrase-changed = Las claves tienen la nueva frase de contraseña. Una copia del disco hecha antes se sigue abriendo con la anterior.
passphrase-none = Las claves ya no tienen frase de contraseña: quien pueda leer el disco puede leerlo todo.
init-serve = Inicie el nodo: { $command }

# serve
serve-cannot-watch-parent = no se puede vigilar el proceso padre: { $error }
serve-cannot-watch-signals = no se pueden vigilar las señales: { $error }
serve-not-announced = `{ $address }` no es una dirección como { $example }
serve-not-announced-advice = corrija { $option }
serve-not-an-address = `{ $address }` no es una dirección como { $example }
serve-not-an-address-advice = corrija { $option } o el archivo `listen` de la carpeta de la organización
serve-cannot-listen = no se puede escuchar en { $address }: { $error }
serve-cannot-listen-advice = detenga el programa que usa el puerto o elija otro con { $option }
serve-cannot-open = no se puede abrir { $file }: { $error }
serve-cannot-open-advice = revise los permisos; una ruta de más de { $max } bytes es demasiado larga para un socket
serve-ready = el nodo está listo; escucha en { $address }. Para detenerlo, pulse Ctrl-C.
serve-engine-ended = el motor terminó de forma inesperada: es un error del programa
serve-engine-ended-advice = comunique las líneas de arriba a quienes hacen ihala e inicie el nodo otra vez
serve-network-ended = la red ya no se puede usar
serve-network-ended-advice = mire las líneas de arriba y después inicie el nodo otra vez
serve-interface-ended = la interfaz local terminó de forma inesperada: es un error del programa
serve-interface-ended-advice = comunique las líneas de arriba a quienes hacen ihala e inicie el nodo otra vez

# card
card-agency = id de la organización
card-fingerprint = huella
card-card = tarjeta
card-statement = número { $number }, declaración de claves del { $issued }
card-address = dirección
card-receive-key = clave de recepción
card-key-until = { $suite } hasta el { $day }
card-no-qr = no se puede dibujar el código QR: { $error }
card-rotated = La organización tiene la tarjeta número { $number }. Su huella es la misma; la clave antigua ya no le sirve a quien la tenga.
card-recovery = Lleve { $file } a otro lugar ahora: contiene la clave siguiente. { $old } ya se usó: destrúyalo.
card-peers = Arranque el nodo. Las otras organizaciones conocerán la nueva tarjeta cuando entren en contacto; allí nadie tiene que hacer nada.
card-backup = Haga ahora una copia de seguridad nueva: las anteriores a esta tarjeta ya no se restauran y deben borrarse.
card-written = guardado en { $file }. Entregue el archivo a la otra organización y después léanse mutuamente la huella por teléfono.

# trust
trust-cannot-ask = con { $json } no se puede preguntar: falta la huella
trust-cannot-ask-advice = compárela por teléfono y después agregue { $option }
trust-compare = Llame a la organización a un número que usted ya conocía y pida que lean allí su propia huella (`{ $command }`).
trust-confirm = Solo si los catorce grupos coinciden, escriba sí:
trust-settled = Desde ahora vale esta tarjeta para { $agency }. Lo que esperaba por ello sigue su curso.
trust-no-change = Lo que dice la lista de confianza ya vale.
trust-in-force = Estos cambios ya valen.
trust-would = Todavía no ha cambiado nada. Para que valga: { $command }
trust-no-card = su tarjeta aún no ha llegado: `ihala trust add CARD`
trust-open = referencias abiertas con ella: { $ids }
roster-name = un miembro necesita un nombre
roster-name-advice = dele uno con --name
roster-no-seat = esto no es el secreto de un asiento, o hay un símbolo equivocado
roster-no-seat-advice = nombre el archivo que escribió `ihala roster seat`
roster-not-seated = este asiento no tiene nada que firmar aquí
roster-not-seated-advice = `ihala roster show FILE` dice qué firmas faltan
roster-no-member = no hay tal miembro en la lista
roster-no-member-advice = `ihala roster show FILE` los enumera
roster-two-members = varios miembros de la lista coinciden
roster-two-members-advice = dé el nombre completo o la huella: `ihala roster show FILE` los muestra
roster-sign-confirm = ¿Es esto lo que se decidió? Solo entonces escriba sí:
roster-not-signed = no se confirmó, así que no se firmó nada
roster-not-signed-advice = compárelo con lo que decidió el grupo central e inténtelo de nuevo; en un script, añada `--yes`
roster-signed-another-charter = este asiento ha firmado otra carta de la versión { $number }: dos de ellas dividirían la red para siempre
roster-signed-another-charter-advice = que quien guarda el archivo incorpore su primera firma (`ihala roster merge`) y ponga el cambio en la carta siguiente. Solo si nadie más tiene la primera: `--again`
roster-signed-another-roster = este asiento ha firmado otra lista de miembros de la versión { $number }: dos de ellas alarmarían a todos los miembros
roster-signed-another-roster-advice = que quien guarda el archivo incorpore su primera firma (`ihala roster merge`) y ponga el cambio en la lista siguiente. Solo si nadie más tiene la primera: `--again`
roster-other-draft = esta copia contiene otros documentos: sus firmas no son para este archivo
roster-other-draft-advice = pida a quien la tiene que firme una copia de este archivo
roster-no-charter = el archivo no contiene las cartas desde la primera
roster-no-charter-advice = empiece con `ihala roster charter TOML --file FILE`
roster-until = un día se escribe como 2026-12-31
roster-until-advice = corrija --until
roster-until-range = una carta o lista termina después de hoy y, como mucho, dentro de tres años
roster-until-range-advice = corrija su último día
roster-too-many = cambiarían { $count } asientos a la vez y deben firmar { $threshold }: quienes se van podrían seguir como una red propia
roster-too-many-advice = cambie menos asientos en un paso, y luego los demás
roster-seat-words = Secreto de un asiento de un grupo central (Ihala), a cargo de { $name }.
    Con él se hace una de las firmas que necesita una carta o una lista de miembros.
    No lo guarde en ningún nodo: en una memoria USB en una caja fuerte, o en papel.
roster-seat-made = El secreto del asiento está en { $file }. Esto va en la carta:
roster-charter-words = La carta de una red: quién decide sobre su lista de miembros.
    Cada titular de un asiento hace una clave: ihala roster seat FILE --name NAME
    threshold: cuántos deben firmar; más de la mitad, y más de los que cambian a la vez
    (siete asientos de los que cuatro cambian cada medio año: cinco).
    Luego: ihala roster charter ESTE --file NETWORK, e ihala roster sign NETWORK --seat FILE
roster-charter = carta
roster-roster = lista de miembros
roster-version = versión { $number }, hasta { $until }
roster-own-seats = firmada por
roster-old-seats = por los asientos anteriores
roster-signed-by = { $count } de { $threshold } que deben; faltan: { $missing }
roster-signed = { $count } de { $threshold } necesarias
roster-complete = Todo está firmado: se puede tomar.
roster-incomplete = Faltan firmas: todavía no se puede tomar.
roster-active = activo
roster-suspended = suspendido
roster-withdrawn = retirado
roster-members = miembros activos
roster-not-yet = todavía no
roster-ended = La lista de miembros o su carta terminó hace más de dos semanas: nada nuevo pasa según ella. Pida al grupo central una nueva.
roster-none = No se sigue ninguna red.
roster-unfollowed = { $network } ya no se sigue.
roster-let-go = Había suspendido a estas, que están en nuestra lista de confianza: { $names }. Ahora aquí solo las detiene esa lista: `ihala trust remove AGENCY`
roster-written = Escrito en { $file }.
roster-compare = Compare esta huella por teléfono con el grupo central, grupo por grupo. ¿Es la misma?
roster-ours = esta organización
roster-trusted = en nuestra lista de confianza
roster-not-trusted = no está en nuestra lista de confianza
doctor-node = Este nodo
status-trust-file = `trust.toml` se editó y no vale tal como está ahora: `ihala trust check`
trust-not-confirmed = la huella no se confirmó, así que no se cambió nada
trust-not-confirmed-advice = compárela por teléfono e inténtelo otra vez
trust-added = { $agency } está en la lista de confianza. Qué se puede compartir con ella lo dice un protocolo de intercambio de información.
trust-since = desde el { $time }
trust-nobody = todavía no hay nadie en la lista de confianza
trust-removed = { $agency } ya no está en la lista de confianza: no se admite nada más de ella ni se le envía nada más. Lo que se intercambió se queda donde está.
trust-held = Mensajes que esperan aquí para ella: { $count }. Salen si usted vuelve a confiar en ella.

# isp
isp-as-it-travels = esto es un protocolo en la forma en que se transmite, no el texto que escriben las personas
isp-as-it-travels-advice = vea lo que dice con `{ $see }`; incorpórelo con `{ $take_in }`
isp-good = el archivo es un protocolo: { $title }
isp-id = id { $id }
isp-exported = guardado en { $file }: entréguelo a las otras partes
isp-version = versión { $version }
isp-until = hasta el { $day }
isp-none = todavía no se conoce aquí ningún protocolo
isp-confirm = Esto pone fin para siempre a «{ $title }» entre { $parties }; en cambio, `{ $command }` se puede revertir. Escriba sí para ponerle fin:
isp-not-confirmed = no se confirmó, así que no se cambió nada
isp-not-confirmed-advice = escriba sí o agregue { $option }
isp-waits = algo espera todavía al nodo de una de las partes: sale cuando haya conexión con él (`{ $command }`)
isp-written = guardado en { $file }: edítelo junto con la otra organización y después ejecute
isp-head = { $title } (versión { $version }): { $state }
isp-dates = vigencia: del { $from } al { $until }
isp-terms-onward = finalidad: { $purposes }; días de conservación después del cierre: { $days }; se permite derivar a su vez a otra organización; revisión prevista: { $review }
isp-terms = finalidad: { $purposes }; días de conservación después del cierre: { $days }; no se permite derivar a su vez a otra organización; revisión prevista: { $review }
isp-emergency = emergencia: confirmar la recepción en un plazo de { $acknowledge } h, decidir en { $decide } h, prestar el servicio en { $serve } h, informar del resultado en { $feed_back } h
isp-urgent = urgente: confirmar la recepción en un plazo de { $acknowledge } h, decidir en { $decide } h, prestar el servicio en { $serve } h, informar del resultado en { $feed_back } h
isp-routine = ordinaria: confirmar la recepción en un plazo de { $acknowledge } h, decidir en { $decide } h, prestar el servicio en { $serve } h, informar del resultado en { $feed_back } h
isp-focal-point = se avisa a { $value } de lo que sigue con el plazo vencido (sin identificar el caso ni a la persona)
isp-previous = reemplaza a { $value }
isp-own-coded = campo propio { $path } ({ $kind }), codificado: se envía antes de que nadie haya aceptado
isp-own-case = campo propio { $path } ({ $kind }), del caso
isp-own-identifying = campo propio { $path } ({ $kind }), identifica a la persona
isp-clause = cláusula { $clause }
isp-known-as = { $name } (aquí se conoce como { $known })
isp-signed-on-paper = { $party } ({ $id }) ha firmado en papel: { $paper }
isp-signed = { $party } ({ $id }) ha firmado
isp-unsigned = { $party } ({ $id }) aún no ha firmado
isp-party-says = { $party }; comunica: { $change }
isp-party-phone = { $party }; teléfono { $phone }
# isp explain
explain-may-go = Este formulario puede enviarse a { $agency }, según el protocolo «{ $isp }» ({ $clauses }).
explain-in-two-stages = Se envía en dos etapas: la identidad de la persona solo se comunicará cuando { $agency } haya aceptado.
explain-may-not-go = Este formulario no puede enviarse a { $agency }.
explain-later = tras la aceptación
explain-sent = se envía
explain-withheld = no se envía

# consent
consent-read-aloud = Lea esto en voz alta. Después escriba la respuesta en { $file } y regístrela:
consent-until = hasta el { $day }
consent-none = todavía no hay ningún consentimiento registrado
consent-more = más: { $option }
consent-forgotten = consentimiento { $id }: { $state }
consent-id = consentimiento { $id }
consent-case-valid = caso { $code }: { $state } (válido ahora)
consent-case-not-valid = caso { $code }: { $state } (no válido ahora)
consent-read = { $given }, texto leído en { $language }, válido del { $from } al { $until }
consent-interpreter = intérprete: { $value }
consent-witness = testigo: { $value }
consent-because = motivo: { $value }
consent-authorised-by = autorizado por: { $value }
consent-guardian = tutor, tutora o persona cuidadora: { $value }
consent-child = el niño o la niña: { $value }
consent-caregiver-not-asked = no se preguntó a la persona cuidadora; motivo: { $value }
consent-basis = fundamento legal: { $value }
consent-purposes = finalidad: { $purposes }
consent-onward = se permite que quien recibe los datos derive a la persona a otra organización
consent-to = para { $agency }: { $fields }
consent-changed-again = { $at } { $state }: { $method }, texto leído en { $language }
consent-changed-because = { $at } { $state }: { $why }
consent-changed = { $at } { $state }
# consent receipt, consent verify
receipt-written = guardado en { $file }: entréguelo solo donde el papel sea seguro
receipt-good = La firma es válida. Constancia firmada por { $agency }, huella { $fingerprint }: compárela por teléfono.
receipt-consent = consentimiento { $consent }: { $state } en el momento de hacer esta constancia ({ $made }); fundamento legal: { $basis }
receipt-dates = válido del { $from } al { $until }
receipt-purposes = finalidad: { $purposes }; texto leído en { $language }
receipt-onward = pueden derivar a la persona a otra organización
receipt-recipient = para { $agency }: { $fields }
# consent slip
slip-phone = esto no es un número de teléfono
slip-phone-advice = indique con { $option } un número que no revele nada cuando alguien conteste
slip-names-agency = una hoja breve que nombra a una organización revela dónde estuvo la persona, y una organización no puede atender quejas sobre sí misma
slip-names-agency-advice = indique con { $option } a alguien distinto: una línea telefónica de ayuda, una defensoría
# consent withdraw
withdraw-read = Lea esto a la persona:
withdraw-confirm = Si esto es lo que la persona quiere, escriba sí:
withdraw-not-confirmed = no se confirmó, así que no se cambió nada
withdraw-not-confirmed-advice = hable con la persona e inténtelo otra vez
withdraw-would-stop = Se dejaría de compartir; no se destruiría nada.
withdraw-stopped = Se ha dejado de compartir; no se destruye nada.
withdraw-would-erase = Esto destruye datos y no se puede deshacer:
withdraw-erasing = Lo que se envió se está destruyendo; cada organización que tiene nodo responde con una constancia firmada.
withdraw-erased-here = Se está destruyendo lo que se recibió aquí.
withdraw-told-to-erase = se le indica a { $agency } que destruya lo que recibió (derivación { $referral })
withdraw-told-to-stop = se le indica a { $agency } que deje de compartir (derivación { $referral })
withdraw-further = a través de esa organización, lo mismo a: { $agencies }
withdraw-here = aquí: { $what }
withdraw-answers = Para ver quién ha respondido: { $command }

# form
fill-cannot-ask = no se puede preguntar: { $error }
fill-cannot-ask-advice = lo que se respondió está en el archivo
fill-cannot-read = no se puede leer la respuesta: { $error }
fill-cannot-read-advice = lo que se respondió está en el archivo; continúe con él en un editor
form-no-own = este formulario trata de un servicio: no va con ningún protocolo y no tiene campos propios
form-no-own-advice = quite { $option }
form-unknown = no hay ningún formulario con este nombre
form-unknown-advice = los formularios son: { $forms }

# clock
clock-confirmed = confirmado: se destruye lo que ya ha superado su plazo de conservación

# audit
audit-head = hojas: { $leaves }, cabeza { $head }
audit-verified = derivaciones recalculadas: { $referrals }, firmas verificadas: { $signatures }
audit-found = ENCONTRADO: { $what }
audit-fits = todo concuerda
audit-does-not-fit = algo no concuerda

# decode
decode-no-document = esto es JSON y no contiene ningún documento de Ihala
decode-no-document-advice = indique un vector: { $folder } los contiene
decode-not-cbor = esto no es CBOR, ni dígitos hexadecimales, ni un archivo de Ihala
decode-not-cbor-advice = indique una tarjeta, un protocolo, una constancia de consentimiento o un vector
decode-unknown-document = la gramática no tiene ningún documento con este nombre
decode-unknown-document-advice = los nombres son los de { $file }: { $names }, ...
decode-not-this = los bytes son CBOR, pero no tienen la forma de este documento
decode-not-this-advice = omita { $option } para ver qué contienen los bytes

# vectors
vectors-none = no se encontró ningún vector
vectors-none-advice = indique { $folder }
vectors-fail = vectores que fallan: { $failed } de { $checked }
vectors-fail-advice = el archivo se modificó o es de otra versión de la especificación

# Errors (KEY-advice says what to do)
mistake = línea { $line }: { $what }
file-mistakes = el archivo tiene errores
file-mistakes-advice = corríjalos e inténtelo otra vez
file-missing = no existe el archivo { $file }
file-missing-advice = revise la ruta y los permisos
file-not-text = { $file } no es un archivo de texto en UTF-8
file-not-text-advice = guárdelo como UTF-8 o indique otro archivo
file-unreadable = no se puede leer { $file }: { $error }
file-unreadable-advice = revise la ruta y los permisos
file-exists = { $file } ya existe
file-exists-advice = muévalo a otro lugar o indique otro archivo
file-unwritable = no se puede escribir { $file }: { $error }
file-unwritable-advice = revise la ruta, los permisos y el espacio libre del disco
not-running = el nodo no está en marcha
not-running-advice = inícielo: { $command }
client-socket = no se puede hablar con el nodo: { $error }
client-socket-advice = mire lo que muestra el propio nodo; antes de repetir el comando, revise `ihala list`
client-stopped = el nodo se detuvo antes de poder responder, así que quizá esto no se haya hecho
client-stopped-advice = mire lo que muestra el propio nodo; antes de repetir el comando, revise `ihala list`
client-not-an-answer = la respuesta no es de esta versión: ¿el nodo y el comando son de la misma versión?
client-not-an-answer-advice = mire lo que muestra el propio nodo; antes de repetir el comando, revise `ihala list`
refused-by-peer = { $agency } lo rechazó: { $rule }: { $sentence }
refused-by-peer-advice = { $advice }
audit-damaged = la auditoría encontró algo que no concuerda
audit-damaged-advice = conserve la carpeta tal como está para la investigación y restaure una copia de seguridad en otro lugar
store-in-use = otro proceso está usando el almacén de esta carpeta
store-in-use-advice = el nodo de esta carpeta ya está en marcha: deténgalo primero
store-unsafe = { $error }
store-unsafe-advice = solo el usuario que ejecuta ihala debe poder leerlo
store-damaged = { $error }
store-damaged-advice = restaure la carpeta desde una copia de seguridad; conserve esta para la investigación
store-disk = { $error }
store-disk-advice = revise los permisos y el espacio libre del disco
bug = esto es un error del programa ihala, o el almacén de datos está más dañado de lo que él mismo puede indicar
bug-advice = comunique las líneas de arriba a quienes hacen ihala; conserve la carpeta tal como está
bad-command = { $told }
bad-command-advice = consulte `ihala --help`

# demo (its story is in English)
demo-cannot = la demostración no puede hacer esto: { $what }: { $error }
demo-cannot-advice = revise los puertos y los permisos
demo-another-way = la demostración siguió un camino distinto del que debe: { $what }
demo-another-way-advice = esto es un error del programa: comunique lo que aparece arriba
demo-stopped = se detuvo antes del final
demo-stopped-advice = ejecútela otra vez

# Help, and commands that make no sense
help-usage = Uso
help-arguments = Argumentos
help-options = Opciones
help-commands = Comandos
help-help = Mostrar esta ayuda
help-version = Mostrar la versión
unknown-language = { $name }: los idiomas son en, tr, ar y es
help-possible-values = Valores posibles
help-default = por defecto
help-aliases = también
exit-codes = Códigos de salida
exit-0 = hecho (también si queda en cola para una organización con la que no hay conexión)
exit-1 = error interno: disco, puerto, permisos
exit-2 = uso incorrecto, o un archivo de entrada con errores
exit-3 = rechazado por las reglas de intercambio, el consentimiento o la confianza
exit-4 = no se encontró
exit-5 = el nodo no está en marcha
usage-missing = falta esto: { $arguments }
usage-unknown = aquí no existe ninguna opción ni argumento { $argument }
usage-unknown-near = aquí no existe ninguna opción ni argumento { $argument }; ¿quiso decir { $near }?
usage-no-command = falta una orden
usage-command = no existe ningún comando { $command }
usage-command-near = no existe ningún comando { $command }; ¿quiso decir { $near }?
usage-no-value = { $argument } necesita un valor
usage-value = { $argument } no admite { $value }
usage-value-of = { $argument } no admite { $value }, sino uno de estos valores: { $valid }
usage-conflict = { $argument } no se puede usar junto con { $other }

backup-made = Copia de seguridad escrita en { $file }: { $entries } entradas, { $bytes } bytes.
backup-keep = Guárdela en otra máquina. Solo la abre el archivo de recuperación: guarde ese archivo en otro lugar. Su último día es { $day }: bórrela entonces, y haga una nueva mucho antes.
backup-check = Para ver si una copia está entera: { $command }
backup-of = Copia de seguridad de { $agency }, hecha el { $made }. Último día: { $day }.
    Huella: { $fingerprint }
    Entradas: { $entries }. La abre el archivo de recuperación de la tarjeta { $card }.
backup-whole = Está entera y firmada por esta agencia. Para leer además todo lo que contiene, dé el archivo de recuperación: `--recovery`
backup-opened = Está entera, firmada por esta agencia, y todo lo que contiene se puede leer.
backup-over = Su último día ya pasó: ya no se restaura. Bórrela.
restore-done = { $agency } está restaurada, en { $home }.
restore-original = Si el nodo del que se hizo la copia todavía puede funcionar, párelo para siempre: desde ahora todas las agencias lo rechazan. No restaure nunca esta copia por segunda vez.
restore-check = Antes de arrancarlo, mire `trust.toml`: dice lo que decía cuando se hizo la copia. Anote otra vez lo que ninguna otra agencia había recibido: sobre todo, una retirada.
restore-recovering = Lo que pasó después de la copia lo dicen las otras agencias en cuanto se las alcanza. Hasta entonces, lo que comparte con una de ellas no se puede abrir, y nada se le añade. Cómo va: { $command }
recovery-restored = Esta agencia se restauró el { $time }, de una copia del { $made }.
recovery-waits = Estas agencias todavía no han dicho lo que pasó después:
recovery-left-out = A estas ya no se las espera:
recovery-complete = No se espera nada.
status-superseded = Este nodo fue sustituido: la agencia se restauró en otro lugar, o se rotó su tarjeta. De aquí ya no sale nada; párelo para siempre.
recovery-leave-out-confirm = Quizá solo { $agency } sepa de una retirada o de un borrado. ¿Dejarla fuera? Escriba sí:
recovery-not-left-out = no se deja fuera: nada ha cambiado
recovery-not-left-out-advice = dígalo con `--yes`, o escriba sí cuando se le pregunte
recovery-other-card = esta copia la abre el archivo de recuperación de la tarjeta { $card }; este es de la tarjeta { $has }
recovery-other-card-advice = dé aquel, o use una copia hecha después

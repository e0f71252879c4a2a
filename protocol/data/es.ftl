### What Ihala says to people: fields, services, what is read aloud, why something does not go.
### One file for each language, with the same keys; a test compares them.

## What the fields of the forms are called

field-request-urgency = Urgencia
field-request-case_type = Tipo de caso
field-request-services = Servicios solicitados
field-request-marks = Alertas del caso
field-request-date = Fecha de la derivación
field-request-case_code = Código del caso
field-request-area = Zona (código P)
field-request-purpose = Finalidad
field-request-province = Provincia (código P)
field-referrer-name = Profesional que deriva el caso
field-referrer-phone = Teléfono de quien deriva el caso
field-referrer-email = Correo electrónico de quien deriva el caso
field-referrer-location = Oficina de quien deriva el caso
field-request-incident = Momento del incidente
field-person-name = Nombre
field-person-phone = Teléfono
field-person-address = Dirección
field-person-birth_date = Fecha de nacimiento
field-person-age = Edad
field-person-age_band = Grupo de edad
field-person-gender = Sexo o género
field-person-nationality = Nacionalidad
field-person-language = Idioma
field-person-national_id = Número de identidad
field-person-unhcr_id = Número del ACNUR
field-person-protection_id = Número de protección temporal
field-person-disability = Discapacidad
field-person-household_size = Personas en el hogar
field-caregiver-name = Nombre de quien cuida
field-caregiver-relationship = Relación con el niño o la niña
field-caregiver-contact = Contacto de quien cuida
field-caregiver-child_status = Situación del niño o la niña
field-caregiver-informed = Si se informó a quien cuida
field-caregiver-not_informed = Por qué no se informó
field-background-reason = Situación y motivo
field-background-services_provided = Servicios ya prestados
field-background-informed = Si se informó a la persona
field-background-referred_elsewhere = Derivaciones a otras organizaciones
field-safety-restrictions = Restricciones de contacto
field-safety-phone_owner = De quién es el teléfono
field-safety-safe_hours = Horas seguras para llamar
field-safety-preferred_method = Medio de contacto preferido
field-safety-interpreter_gender = Sexo del intérprete
field-safety-contact_prohibited = No contactar a la persona
field-follow_up-expected_by = Seguimiento esperado para
field-follow_up-method = Cómo dar seguimiento
field-follow_up-information = Información que se intercambia
field-feedback-note = Notas junto a las respuestas
field-feedback-appointment = Horas de las citas

## Services

code-service-mental-health = Salud mental
code-service-psychological-interventions = Intervenciones psicológicas
code-service-physical-health = Atención de salud
code-service-physical-rehabilitation = Rehabilitación física
code-service-psychosocial-activities = Actividades psicosociales
code-service-protection-services = Servicios de protección
code-service-community-centre = Servicios del centro comunitario
code-service-family-tracing = Búsqueda de familiares
code-service-legal-assistance = Asistencia jurídica
code-service-education = Educación
code-service-shelter = Alojamiento
code-service-material-assistance = Ayuda material
code-service-nutrition = Nutrición
code-service-financial-assistance = Ayuda económica

## Purposes

code-purpose-service-provision = Prestar el servicio solicitado
code-purpose-follow-up = Dar seguimiento a un servicio prestado

## Sentences

text-greeting = Somos { $us }. Para ayudarle con lo siguiente: { $services }, quisiéramos compartir información sobre usted.
text-to = A { $agency } le diríamos:
text-at_first = Primero, solo esto:
text-after_accept = Solo después de que se hayan comprometido a ayudarle y a contactarle de forma segura:
text-notes = Ellos y nosotros podremos escribirnos notas breves sobre ello.
text-appointments = Nos podrán decir cuándo tiene usted cita.
text-use = Solo pueden usarlo para esto: { $purpose }.
text-keep = Lo conservan como máximo { $days } días después de cerrar su caso.
text-onward = Si otra organización pudiera ayudarle mejor, pueden pasarle esta información, pero solo si usted lo autoriza.
text-nothing_else = No se les dice nada más. Puede decir que no a todas estas organizaciones o a una sola: seguiremos ayudándole igual que antes.
text-change = Puede cambiar de opinión después: díganoslo y dejamos de compartir; si quiere, ordenamos a cada organización que destruya lo enviado, y cada una debe responder.
text-agree = ¿Está de acuerdo?
text-may_go = Este formulario puede enviarse a { $agency }, según «{ $isp }» ({ $clauses }).
text-may_not_go = Este formulario no puede enviarse a { $agency }.
text-in_two_stages = Va en dos etapas: quién es la persona solo se dice cuando { $agency } haya aceptado.
text-sent = se envía
text-later = tras la aceptación
text-withheld = no se envía
text-withdraw_stop = A partir de ahora no se comparte nada más sobre usted. Lo que ya se envió se queda donde está.
text-withdraw_erase = Lo que se envió sobre usted se destruye. Esto no se puede deshacer.
text-withdraw_erase_here = Lo que recibimos sobre usted se destruye aquí. Esto no se puede deshacer.
text-withdraw_further = { $agency } lo tiene por medio de ella, y recibe de ella la misma orden.
text-withdraw_further_unknown = Otra organización lo tiene por medio de ella, y recibe de ella la misma orden.
text-withdraw_upward = La organización que le pidió el consentimiento se entera de esto. Le preguntará antes de destruir algo allí o en otro lugar. Díganos ahora si no es seguro contactar con usted.
text-withdraw_to_erase = Le ordenamos a { $agency } que destruya lo que recibió y que haga destruirlo allí adonde lo envió.
text-withdraw_to_stop = Le ordenamos a { $agency } que no comparta nada más sobre usted.
text-withdraw_here = También destruimos nuestras copias.
text-withdraw_kept = Conservamos lo que recibimos sobre usted, con un fundamento legal, hasta el { $day }. Después se destruye.
text-withdraw_elsewhere = { $agency } también envió algo a otra parte con un consentimiento que usted le dio. Para terminar también ese, dígaselo a { $agency }.
text-withdraw_ours = Lo que enviamos a otra parte con un consentimiento que usted nos dio no termina con esto. Díganos si también debe terminar.
text-withdraw_may_keep = Puede que una organización deba conservar algo porque la ley lo exige. Entonces nos dice por qué y hasta cuándo, y se lo podemos decir a usted.
text-withdraw_own = Lo que una organización escribió en sus propios expedientes sobre la ayuda que le dio se queda allí.
text-withdraw_sure = ¿Es esto lo que usted quiere?
text-receipt_head = Constancia de consentimiento de { $us }, { $day }. Referencia: { $reference }.
text-receipt_until = Esto vale hasta el { $day }.
text-receipt_ended = Esto ha terminado: ya no se comparte nada por ello.
text-receipt_basis = Esto se comparte con otro fundamento legal que su consentimiento; pregúntenos cuál es y quién lo decidió.
text-receipt_below = Abajo está lo mismo, firmado, para que cualquiera lo compruebe: ihala consent verify. Solo lo que eso muestra está probado.
text-slip_reference = Referencia
text-slip_phone = Teléfono
text-slip_questions = Preguntas o quejas

## Rules, in plain words

rule-ISP-05 = el remitente o el destinatario aún no ha firmado el protocolo aquí
rule-ISP-06 = el protocolo no está en vigor ahora
rule-ISP-07 = una versión más nueva reemplazó el protocolo
rule-ISP-08 = una parte suspendió el protocolo o le puso fin
rule-CON-01 = ningún consentimiento cubre esta derivación
rule-CON-02 = el consentimiento no nombra a este destinatario
rule-CON-03 = el consentimiento no es válido ahora
rule-CON-04 = el consentimiento no cubre esta finalidad
rule-CON-05 = este consentimiento no se dio o ya terminó
rule-CON-06 = el consentimiento es de otro código de caso
rule-POL-01 = no hay protocolo vigente con esta organización
rule-POL-02 = ninguna cláusula vigente permite enviar este tipo de caso a esta organización
rule-POL-03 = el protocolo no cubre esta finalidad
rule-POL-04 = el protocolo no permite enviar este dato a esta organización
rule-POL-05 = el consentimiento no cubre este dato
rule-POL-06 = no se enviaría un dato que toda derivación necesita
rule-POL-07 = nada de este formulario puede enviarse a esta organización
rule-POL-10 = el formulario no dice lo suficiente para ser una derivación
rule-POL-11 = un texto revela algo que no se comunica a esta organización

## What a field is called when a person is told of it, where its label does not say it

spoken-request-urgency = Lo urgente que es
spoken-request-case_type = Qué tipo de ayuda es
spoken-request-marks = Que se trata de violencia o explotación
spoken-request-case_code = El número de su caso con nosotros
spoken-request-area = La zona donde vive
spoken-request-province = La provincia donde vive

## Codes

code-urgency-emergency = Emergencia (en 24 horas)
code-urgency-urgent = Urgente (en 72 horas)
code-urgency-routine = Ordinaria (en dos semanas)

code-case_type-medical = Asistencia médica
code-case_type-legal = Asistencia jurídica
code-case_type-material = Ayuda material, incluido el dinero en efectivo
code-case_type-protection = Protección

code-mark-gbv = Violencia de género
code-mark-trafficking = Trata de personas

code-gender-female = Mujer
code-gender-male = Hombre
code-gender-other = Otro
code-gender-undisclosed = Prefiere no decirlo

code-age_band-0-4 = De 0 a 4 años
code-age_band-5-11 = De 5 a 11 años
code-age_band-12-17 = De 12 a 17 años
code-age_band-18-24 = De 18 a 24 años
code-age_band-25-49 = De 25 a 49 años
code-age_band-50-59 = De 50 a 59 años
code-age_band-60-plus = 60 años o más

code-disability-none = Ninguna
code-disability-seeing = Ver
code-disability-hearing = Oír
code-disability-walking = Caminar o subir escalones
code-disability-remembering = Recordar o concentrarse
code-disability-self-care = Cuidarse a sí misma
code-disability-communicating = Comunicarse

code-child_status-with-caregiver = Con quien le cuida
code-child_status-separated = Separado de su familia
code-child_status-unaccompanied = No acompañado

code-reason_caregiver_not_informed-alleged-perpetrator = Quien cuida es la persona presuntamente agresora
code-reason_caregiver_not_informed-child-asked = El niño o la niña pidió que no
code-reason_caregiver_not_informed-not-reachable = No se pudo localizar a quien cuida
code-reason_caregiver_not_informed-no-caregiver = No hay quien cuide
code-reason_caregiver_not_informed-other = Otro motivo

code-contact_method-phone-call = Llamada telefónica
code-contact_method-text-message = Mensaje de texto
code-contact_method-e-mail = Correo electrónico
code-contact_method-in-person = En persona
code-contact_method-through-caseworker = Solo a través de quien deriva el caso

code-reason-no-capacity = Sin capacidad
code-reason-not-eligible = No cumple los requisitos de este servicio
code-reason-wrong-service = Aquí no se ofrece este servicio
code-reason-outside-area = Fuera de la zona atendida
code-reason-already-served = Ya atendido por otra organización
code-reason-incomplete = Falta información
code-reason-already-started = El servicio ya ha empezado
code-reason-person-declined = La persona ya no lo quiere
code-reason-duplicate = Derivado dos veces
code-reason-sent-by-mistake = Enviado por error
code-reason-situation-changed = La situación ha cambiado
code-reason-other = Otro motivo

code-reason_not_told-after-accept = Se dice cuando ustedes acepten
code-reason_not_told-may-not-be-told = El consentimiento o el protocolo no permiten decirlo
code-reason_not_told-not-known = No se sabe
code-reason_not_told-person-declined = La persona no quiere que se diga

code-outcome-got-help = Recibió ayuda
code-outcome-could-not-get-help = No pudo recibir ayuda
code-outcome-could-not-contact = No se pudo contactar a la persona
code-outcome-not-eligible = No cumple los requisitos
code-outcome-no-capacity = Sin capacidad
code-outcome-referred-elsewhere = Derivado a otro lugar
code-outcome-already-served = Ya atendido por otra organización
code-outcome-no-longer-interested = Ya no le interesa
code-outcome-declined-by-person = La persona lo rechazó

code-retention_basis-legal-obligation = La ley obliga a conservarlo
code-retention_basis-legal-claim = Es necesario para una reclamación legal
code-retention_basis-medical-record = Forma parte de la historia clínica
code-retention_basis-vital-interests = De ello depende una vida
code-retention_basis-best-interests-of-child = El interés superior del niño o la niña

code-erasure-erased = Destruido
code-erasure-retained = Conservado con base legal

code-given_by-person = La persona
code-given_by-caregiver = Quien cuida
code-given_by-guardian = El tutor o la tutora legal

code-legal_basis-consent = Consentimiento
code-legal_basis-best-interests-of-child = El interés superior del niño o la niña
code-legal_basis-vital-interests = De ello depende una vida
code-legal_basis-legal-obligation = La ley lo exige

code-assent-given = El niño o la niña está de acuerdo
code-assent-refused = El niño o la niña no está de acuerdo
code-assent-too-young = El niño o la niña es demasiado pequeño para preguntarle

code-consent_method-signature = Firma
code-consent_method-thumb-print = Huella digital
code-consent_method-verbal-with-witness = De palabra, con testigo

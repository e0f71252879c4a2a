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
field-person-national_id = Número del documento nacional de identidad
field-person-unhcr_id = Número del ACNUR
field-person-protection_id = Número de protección temporal
field-person-disability = Discapacidad
field-person-household_size = Personas en el hogar
field-caregiver-name = Nombre de la persona cuidadora
field-caregiver-relationship = Relación con el niño o la niña
field-caregiver-contact = Contacto de la persona cuidadora
field-caregiver-child_status = Situación del niño o la niña
field-caregiver-informed = Si se informó a la persona cuidadora
field-caregiver-not_informed = Por qué no se informó
field-background-reason = Situación y motivo
field-background-services_provided = Servicios ya prestados
field-background-informed = Si se informó a la persona
field-background-referred_elsewhere = Derivaciones a otras organizaciones
field-safety-restrictions = Restricciones de contacto
field-safety-phone_owner = De quién es el teléfono
field-safety-safe_hours = Horas seguras para llamar
field-safety-preferred_method = Medio de contacto preferido
field-safety-interpreter_gender = Sexo de quien interpreta
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
text-to = Información para { $agency }:
text-at_first = Primero, solo esto:
text-after_accept = Solo después de que se hayan comprometido a ayudarle y a contactarle de forma segura:
text-notes = Ellos y nosotros podremos escribirnos notas breves sobre ello.
text-appointments = Nos podrán decir cuándo tiene usted cita.
text-use = Solo pueden usarlo para esto: { $purpose }.
text-keep = Lo conservan como máximo { $days } días después de cerrar su caso.
text-onward = Si otra organización pudiera ayudarle mejor, pueden pasarle esta información, pero solo si usted lo autoriza.
text-nothing_else = No se les dice nada más. Puede decir que no a todas estas organizaciones o a una sola: seguiremos ayudándole igual que antes.
text-change = Puede cambiar de opinión después: díganoslo y dejamos de compartir; si quiere, indicamos a cada organización que destruya lo enviado, y cada una debe responder.
text-agree = ¿Está de acuerdo?
text-withdraw_stop = A partir de ahora no se comparte nada más sobre usted. Lo que ya se envió se queda donde está.
text-withdraw_erase = Lo que se envió sobre usted se destruye. Esto no se puede deshacer.
text-withdraw_erase_here = Lo que recibimos sobre usted se destruye aquí. Esto no se puede deshacer.
text-withdraw_further = { $agency } recibió de ellos esa información, y ellos le transmiten la misma indicación.
text-withdraw_further_unknown = Otra organización recibió de ellos esa información, y ellos le transmiten la misma indicación.
text-withdraw_upward = Se informa de esto a la organización que le pidió el consentimiento. Antes de que se destruya algo allí o en otro lugar, esa organización le preguntará a usted. Díganos ahora si no es seguro contactarle.
text-withdraw_to_erase = Le indicamos a { $agency } que destruya lo que recibió y que haga que se destruya también en todo lugar adonde lo envió.
text-withdraw_to_stop = Le indicamos a { $agency } que no comparta nada más sobre usted.
text-withdraw_here = También destruimos nuestras copias.
text-withdraw_backups = Las copias de seguridad selladas de nuestros archivos pueden contenerlo hasta el { $day }. No lo volvemos a tomar de ahí.
text-withdraw_kept = Conservamos lo que recibimos sobre usted, con un fundamento legal, hasta el { $day }. Después se destruye.
text-withdraw_elsewhere = { $agency } también envió algo a otra parte con un consentimiento que usted le dio. Para poner fin también a ese consentimiento, dígaselo a { $agency }.
text-withdraw_ours = Lo que enviamos a otra parte con un consentimiento que usted nos dio no termina con esto. Díganos si quiere que eso también termine.
text-withdraw_may_keep = Puede que una organización deba conservar algo porque la ley lo exige. Entonces nos dice por qué y hasta cuándo, y se lo podemos decir a usted.
text-withdraw_own = Lo que una organización escribió en sus propios expedientes sobre la ayuda que le dio se queda allí.
text-withdraw_sure = ¿Es esto lo que usted quiere?
text-receipt_head = Constancia de consentimiento de { $us }, { $day }. Referencia: { $reference }.
text-receipt_until = Esto es válido hasta el { $day }.
text-receipt_ended = Esto ya no es válido: ya no se comparte nada con base en ello.
text-receipt_basis = Esto se comparte con un fundamento legal distinto de su consentimiento; pregúntenos cuál es y quién lo decidió.
text-receipt_below = Abajo está lo mismo, firmado, para que cualquiera lo compruebe: ihala consent verify. Solo queda probado lo que muestra ese comando.
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
rule-CON-06 = el consentimiento se registró para otro código de caso
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

spoken-request-urgency = Qué tan urgente es
spoken-request-case_type = Qué tipo de ayuda es
spoken-request-marks = Que se trata de violencia o explotación
spoken-request-case_code = El número de su caso con nosotros
spoken-request-area = La zona donde vive
spoken-request-province = La provincia donde vive

## Codes

code-urgency-emergency = Emergencia (en un plazo de 24 horas)
code-urgency-urgent = Urgente (en un plazo de 72 horas)
code-urgency-routine = Ordinaria (en un plazo de dos semanas)

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
code-disability-self-care = Cuidado personal
code-disability-communicating = Comunicarse

code-child_status-with-caregiver = Con una persona cuidadora
code-child_status-separated = Separado o separada de su familia
code-child_status-unaccompanied = No acompañado o no acompañada

code-reason_caregiver_not_informed-alleged-perpetrator = La persona cuidadora es la presunta agresora
code-reason_caregiver_not_informed-child-asked = El niño o la niña pidió que no
code-reason_caregiver_not_informed-not-reachable = No se pudo localizar a la persona cuidadora
code-reason_caregiver_not_informed-no-caregiver = No hay persona cuidadora
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
code-reason-already-served = Ya recibió atención de otra organización
code-reason-incomplete = Falta información
code-reason-already-started = El servicio ya ha empezado
code-reason-person-declined = La persona ya no lo quiere
code-reason-duplicate = Derivado dos veces
code-reason-sent-by-mistake = Enviado por error
code-reason-situation-changed = La situación ha cambiado
code-reason-other = Otro motivo

code-reason_not_told-after-accept = Se dirá cuando ustedes acepten
code-reason_not_told-may-not-be-told = El consentimiento o el protocolo no permiten decirlo
code-reason_not_told-not-known = No se sabe
code-reason_not_told-person-declined = La persona no quiere que se diga

code-outcome-got-help = Recibió ayuda
code-outcome-could-not-get-help = No pudo recibir ayuda
code-outcome-could-not-contact = No se pudo contactar a la persona
code-outcome-not-eligible = No cumple los requisitos
code-outcome-no-capacity = Sin capacidad
code-outcome-referred-elsewhere = Derivado a otro lugar
code-outcome-already-served = Ya recibió atención de otra organización
code-outcome-no-longer-interested = Ya no le interesa
code-outcome-declined-by-person = La persona lo rechazó

code-retention_basis-legal-obligation = La ley obliga a conservarlo
code-retention_basis-legal-claim = Es necesario para una reclamación legal
code-retention_basis-medical-record = Forma parte de la historia clínica
code-retention_basis-vital-interests = De ello depende una vida
code-retention_basis-best-interests-of-child = El interés superior del niño o la niña

code-erasure-erased = Destruido
code-erasure-retained = Conservado con fundamento legal

code-given_by-person = La persona
code-given_by-caregiver = La persona cuidadora
code-given_by-guardian = El tutor o la tutora legal

code-legal_basis-consent = Consentimiento
code-legal_basis-best-interests-of-child = El interés superior del niño o la niña
code-legal_basis-vital-interests = De ello depende una vida
code-legal_basis-legal-obligation = La ley lo exige

code-assent-given = El niño o la niña está de acuerdo
code-assent-refused = El niño o la niña no está de acuerdo
code-assent-too-young = El niño o la niña es demasiado pequeño para preguntarle

code-consent_method-signature = Firma
code-consent_method-thumb-print = Huella dactilar
code-consent_method-verbal-with-witness = Verbal, con testigo

## Forms

form-inter-agency-referral = Derivación entre organizaciones
help-form-inter-agency-referral = Pida ayuda para una persona a otra organización.
form-protection-assessment = Evaluación de protección
help-form-protection-assessment = Averigüe junto con la persona qué la amenaza y qué quiere.
form-heightened-risk = Identificación de riesgo elevado
help-form-heightened-risk = Detecte quién está en alto riesgo, y por qué, para que alguien actúe a tiempo.
form-nomination-for-support = Propuesta de apoyo a un servicio
help-form-nomination-for-support = Informe a la instancia de coordinación de un servicio que no llega a las personas refugiadas. Se trata del servicio: no se nombra a ninguna persona.

## Parts of forms

group-own = Preguntas del protocolo
group-request = La solicitud
group-referrer = Quien deriva el caso
group-person = La persona
group-caregiver = La persona cuidadora del niño o la niña
group-background = Situación
group-safety = Contacto seguro
group-follow_up = Seguimiento
group-assessment = Evaluación
group-risk = Riesgo
group-nomination = El servicio
group-feedback = Retroalimentación

## What the fields of the other forms are called

field-assessment-date = Fecha de la evaluación
field-assessment-place = Lugar de la conversación
field-assessment-interpreter = Presencia de intérprete
field-assessment-concerns = Preocupaciones de protección
field-assessment-concern_details = Las preocupaciones en detalle
field-assessment-immediate_danger = Peligro inmediato
field-assessment-danger_source = De dónde viene el peligro
field-assessment-registration = Registro
field-assessment-housing = Vivienda
field-assessment-income = Medios de vida
field-assessment-children_out_of_school = Niños y niñas fuera de la escuela
field-assessment-support = Apoyo en torno a la persona
field-assessment-coping = Formas de afrontar la situación
field-assessment-strengths = Fortalezas
field-assessment-wishes = Lo que la persona quiere
field-assessment-risk_level = Nivel de riesgo
field-assessment-plan = Lo acordado
field-assessment-review_by = Revisión prevista para
field-risk-date = Fecha de la identificación
field-risk-older_person = Persona mayor en riesgo
field-risk-child = Niño, niña o adolescente en riesgo
field-risk-woman = Mujer o niña en riesgo
field-risk-legal = Protección legal y física
field-risk-health = Salud y discapacidad
field-risk-level = Nivel de riesgo
field-risk-act_now = Acción inmediata necesaria
field-risk-household_too = El hogar también está en riesgo
field-risk-reason = Por qué
field-nomination-services = Servicios en cuestión
field-nomination-provider = Oficina o entidad que presta el servicio
field-nomination-provider_type = Tipo de entidad
field-nomination-place = Lugar (código P)
field-nomination-problems = Qué no funciona
field-nomination-people_turned_away = Personas a quienes se negó la atención
field-nomination-since = Desde cuándo
field-nomination-tried = Lo que se intentó
field-nomination-support_asked = Apoyo solicitado
field-nomination-contact = Contacto en su organización

## What to write into a field, and what not

help-request-urgency = Emergencia: hoy corre peligro una vida o la seguridad de alguien; además, llame por teléfono. Urgente: es probable que haya un daño en los próximos días. Ordinaria: todo lo demás.
help-request-case_type = Qué tipo de ayuda se pide. De ello depende qué protocolo se aplica.
help-request-services = Todos los servicios que se piden a esta organización.
help-request-marks = Solo si es así. Con una alerta, solo se envían códigos hasta que la organización destinataria haya aceptado; la alerta misma tampoco se comunica antes.
help-request-date = El día en que usted deriva el caso.
help-request-case_code = El número del caso en sus propios expedientes. Nunca un nombre ni un número de identidad.
help-request-area = Dónde vive la persona, como código P de OCHA, por ejemplo TUR027001. Tan general como el servicio lo permita.
help-request-purpose = Para qué se comparte la información. Déjelo vacío si es lo habitual: prestar el servicio.
help-request-province = Solo la provincia, como código P de OCHA, por ejemplo TUR027.
help-request-incident = Solo si la atención depende de ello: parte de la ayuda tras una violación debe empezar antes de 72 horas; otra ayuda sigue siendo posible después.
help-referrer-name = A quién se puede preguntar sobre esta derivación.
help-referrer-phone = Un número en el que se le pueda localizar en horario de trabajo.
help-referrer-email = Su correo de trabajo, no uno personal.
help-referrer-location = La oficina en la que usted trabaja.
help-person-name = Tal como la persona lo escribe. Se envía solo después de que la organización destinataria haya aceptado.
help-person-phone = Solo si es seguro llamar. Indique en «Contacto seguro» quién más puede contestar.
help-person-address = Solo si alguien debe ir allí.
help-person-birth_date = Solo si se necesita el día exacto; si no, basta con el grupo de edad.
help-person-age = En años.
help-person-age_band = Basta para la mayoría de los servicios y es seguro enviarlo primero.
help-person-gender = Lo que la persona diga.
help-person-nationality = Solo si el servicio depende de ello.
help-person-language = El idioma en que la persona quiere que se le hable, como código, por ejemplo ar o ku.
help-person-national_id = Solo si el servicio no puede prestarse sin este número.
help-person-unhcr_id = Solo si la organización destinataria lo necesita.
help-person-protection_id = Solo si el servicio no puede prestarse sin este número.
help-person-disability = Qué le resulta difícil a la persona, para que pueda acceder al servicio.
help-person-household_size = Cuántas personas viven juntas, incluida la persona misma.
help-caregiver-name = Si se trata de un niño o una niña: quién está a su cuidado. Si esa persona no debe enterarse, déjelo vacío e indique abajo por qué.
help-caregiver-relationship = Madre, tío, vecina.
help-caregiver-contact = Solo si para el niño o la niña es seguro que se contacte a esta persona.
help-caregiver-child_status = Con quién vive el niño o la niña.
help-caregiver-informed = Si la persona cuidadora sabe de esta derivación.
help-caregiver-not_informed = Por qué no se informó a la persona cuidadora. Que el niño o la niña le haya pedido a usted no hacerlo es un buen motivo.
help-background-reason = Qué necesita la persona y por qué, en pocas frases. Sin nombres ni direcciones: tienen sus propios campos.
help-background-services_provided = Lo que ya se hizo, para que nadie lo repita.
help-background-informed = Si la persona sabe qué se envía, a quién y por qué.
help-background-referred_elsewhere = A qué otras organizaciones se pidió lo mismo.
help-safety-restrictions = Lo que no se debe hacer: números a los que no se debe llamar, personas que no deben enterarse.
help-safety-phone_owner = De quién es el teléfono y quién más puede leer los mensajes.
help-safety-safe_hours = Cuándo es seguro llamar.
help-safety-preferred_method = Cómo quiere la persona que se le contacte.
help-safety-interpreter_gender = Con quién puede hablar libremente la persona.
help-safety-contact_prohibited = Si la respuesta es sí, nadie contacta a la persona: todo pasa por usted.
help-follow_up-expected_by = Para cuándo espera usted noticias de la organización destinataria.
help-follow_up-method = Cómo le informa la organización destinataria.
help-follow_up-information = Lo que acordaron comunicarse.
help-feedback-note = Si las organizaciones pueden escribirse notas breves sobre la derivación.
help-feedback-appointment = Si la organización destinataria puede decirle a usted las horas de las citas.
help-assessment-date = El día en que usted habló con la persona.
help-assessment-place = Elija un lugar donde la persona pueda hablar libremente.
help-assessment-interpreter = Si alguien interpretó. Nunca un familiar cuando pueda haber violencia de por medio.
help-assessment-concerns = Todo lo que corresponda, según lo que la persona le contó. Esto nunca se envía en la primera etapa de una derivación.
help-assessment-concern_details = Lo que ocurrió, en palabras de la persona y sin más de lo necesario para ayudar. No pida detalles que otra organización volverá a preguntar.
help-assessment-immediate_danger = Si alguien está en peligro hoy. Si es así, actúe ya: no espere a completar este formulario.
help-assessment-danger_source = Quien llegue a leer esto podría saber por ello a quién se teme: déjelo vacío si no es necesario.
help-assessment-registration = En qué punto está el registro de la persona para la protección temporal o internacional.
help-assessment-housing = Cómo vive ahora el hogar.
help-assessment-income = De qué vive principalmente el hogar.
help-assessment-children_out_of_school = Cuántos niños y niñas del hogar en edad escolar no van a la escuela.
help-assessment-support = Quién ayudaría si la persona lo pidiera.
help-assessment-coping = Lo que hace el hogar para salir adelante. Pregunte sin juzgar.
help-assessment-strengths = Lo que la persona puede hacer, sabe y tiene: habilidades, personas cercanas, planes.
help-assessment-wishes = En palabras de la persona. De aquí parte el plan.
help-assessment-risk_level = Alto: es probable que haya un daño en los próximos días. Medio: es probable que haya un daño si nada cambia. Bajo: no se espera un daño pronto.
help-assessment-plan = Quién hace qué y para cuándo. Solo lo que la persona aceptó.
help-assessment-review_by = El día en que, a más tardar, volverán a ver esto en conjunto.
help-risk-date = El día en que se identificó el riesgo.
help-risk-older_person = Todo lo que corresponda a una persona de 60 años o más.
help-risk-child = Todo lo que corresponda a una persona menor de 18 años.
help-risk-woman = Todo lo que corresponda. Nunca pregunte por la violencia donde otras personas puedan oír.
help-risk-legal = Todo lo que corresponda a la persona o a alguien de su hogar.
help-risk-health = Todo lo que corresponda. Un peligro para la vida es una emergencia: llame antes de escribir.
help-risk-level = Alto: es probable que haya un daño en los próximos días. Medio: es probable que haya un daño si nada cambia. Bajo: no se espera un daño pronto.
help-risk-act_now = Si alguien debe actuar antes del próximo día hábil.
help-risk-household_too = Si otras personas del hogar necesitan su propia identificación de riesgo.
help-risk-reason = Lo que usted vio o le contaron y que hace que el riesgo sea alto, en pocas frases.
help-nomination-services = Qué servicios no pudieron obtener las personas.
help-nomination-provider = El nombre de la oficina, el hospital o la escuela. No el nombre de una persona.
help-nomination-provider_type = Qué tipo de oficina es.
help-nomination-place = Dónde está el servicio, como código P de OCHA, por ejemplo TUR027.
help-nomination-problems = Todo lo que corresponda, según lo que las personas le contaron.
help-nomination-people_turned_away = De cuántas personas sabe usted, aproximadamente.
help-nomination-since = Desde cuándo ocurre.
help-nomination-tried = Llamadas, cartas, acompañamiento a las personas. Sin nombres de personas a quienes se negó la atención.
help-nomination-support_asked = Lo que podría hacer la instancia de coordinación: una carta, una reunión, una capacitación, un acuerdo.
help-nomination-contact = A quién de su organización se puede preguntar sobre esto.

## Codes of the other forms

code-assessment_place-office = En nuestra oficina
code-assessment_place-community-centre = En un centro comunitario
code-assessment_place-home = En el domicilio de la persona
code-assessment_place-phone = Por teléfono
code-assessment_place-other = En otro lugar

code-protection_concern-no-documents = Falta de documentos
code-protection_concern-detention = Riesgo de detención
code-protection_concern-forced-return = Riesgo de retorno forzado
code-protection_concern-domestic-violence = Violencia en el hogar
code-protection_concern-sexual-violence = Violencia sexual
code-protection_concern-physical-violence = Otra violencia física
code-protection_concern-child-labour = Trabajo infantil
code-protection_concern-child-marriage = Matrimonio infantil
code-protection_concern-family-separation = Separación de la familia
code-protection_concern-exploitation = Explotación
code-protection_concern-trafficking = Trata de personas
code-protection_concern-discrimination = Discriminación
code-protection_concern-eviction = Desalojo
code-protection_concern-no-access-to-services = Falta de acceso a servicios
code-protection_concern-psychological-distress = Sufrimiento psicológico
code-protection_concern-other = Otra preocupación

code-source_of_danger-household = Alguien del hogar
code-source_of_danger-relative = Un familiar que vive en otro lugar
code-source_of_danger-community = Alguien de la comunidad
code-source_of_danger-employer = La persona empleadora
code-source_of_danger-landlord = La persona dueña de la vivienda
code-source_of_danger-authorities = Autoridades
code-source_of_danger-armed-actors = Actores armados
code-source_of_danger-unknown = Se desconoce

code-registration_status-registered = Con registro
code-registration_status-registered-elsewhere = Con registro en otra provincia
code-registration_status-pending = Cita pendiente
code-registration_status-expired = Registro vencido o cancelado
code-registration_status-refused = Registro denegado
code-registration_status-not-registered = Sin registro

code-housing-rented = Alquiler estable
code-housing-rented-insecure = Alquiler precario
code-housing-shared = Vivienda compartida con otras personas
code-housing-camp = Campamento o centro colectivo
code-housing-shelter = Albergue
code-housing-informal = Carpa o asentamiento informal
code-housing-none = Sin vivienda

code-income-regular-work = Trabajo estable
code-income-irregular-work = Trabajo inestable
code-income-assistance = Asistencia
code-income-relatives = Ayuda de familiares
code-income-debt = Deudas
code-income-none = Ninguno

code-support_network-family = Familia
code-support_network-friends = Amistades o vecindario
code-support_network-community = Grupos comunitarios o religiosos
code-support_network-agencies = Solo organizaciones
code-support_network-none = Nadie

code-coping-fewer-meals = Menos comidas
code-coping-debt = Pedir dinero prestado
code-coping-sold-belongings = Vender pertenencias
code-coping-no-health-care = Prescindir de la atención de salud
code-coping-child-works = Un niño o una niña trabaja
code-coping-child-marries = Un niño o una niña va a casarse
code-coping-begging = Pedir limosna
code-coping-sex-for-survival = Sexo por supervivencia
code-coping-return = Pensar en el retorno
code-coping-none = Nada de esto

code-risk_level-low = Bajo
code-risk_level-medium = Medio
code-risk_level-high = Alto

code-risk_of_older_people-alone = Vive a solas, sin apoyo
code-risk_of_older_people-cares-for-children = Cuida sin ayuda a niños o niñas
code-risk_of_older_people-cannot-care-for-self = No puede cuidarse por su cuenta
code-risk_of_older_people-neglect-or-abuse = Negligencia o maltrato

code-risk_of_children-unaccompanied = No acompañado o no acompañada
code-risk_of_children-separated = Separado o separada de su madre y su padre
code-risk_of_children-heads-household = Está a cargo de un hogar
code-risk_of_children-works = Trabaja
code-risk_of_children-married-or-engaged = En matrimonio o con compromiso de matrimonio
code-risk_of_children-abuse-or-neglect = Maltrato o negligencia
code-risk_of_children-out-of-school = Fuera de la escuela
code-risk_of_children-armed-groups = Vínculos con grupos armados
code-risk_of_children-conflict-with-law = En conflicto con la ley

code-risk_of_women_and_girls-no-support = Sola, sin apoyo
code-risk_of_women_and_girls-heads-household = Está sola a cargo de un hogar
code-risk_of_women_and_girls-survivor = Sobreviviente de violencia
code-risk_of_women_and_girls-threatened = Bajo amenaza de violencia
code-risk_of_women_and_girls-harmful-practice = Práctica tradicional nociva
code-risk_of_women_and_girls-forced-marriage = Matrimonio forzado
code-risk_of_women_and_girls-pregnant-alone = Embarazada y sola
code-risk_of_women_and_girls-exploitation = Explotación

code-legal_and_physical_risk-no-documents = Falta de documentos
code-legal_and_physical_risk-detention = Detención o riesgo de detención
code-legal_and_physical_risk-return = Riesgo de retorno forzado
code-legal_and_physical_risk-torture-survivor = Sobreviviente de tortura
code-legal_and_physical_risk-threat-to-life = Amenaza para la vida
code-legal_and_physical_risk-homeless = Sin lugar donde alojarse
code-legal_and_physical_risk-discrimination = Discriminación grave

code-health_and_disability_risk-life-threatening = Afección que pone en peligro la vida
code-health_and_disability_risk-untreated = Enfermedad crónica sin tratamiento
code-health_and_disability_risk-mental-health-crisis = Crisis de salud mental
code-health_and_disability_risk-suicide = Riesgo de suicidio
code-health_and_disability_risk-disability-without-support = Discapacidad sin apoyo
code-health_and_disability_risk-pregnancy-at-risk = Embarazo de riesgo
code-health_and_disability_risk-carer-missing = Sin quien cuide a alguien que lo necesita

code-provider_type-ministry = Ministerio o dirección provincial
code-provider_type-municipality = Municipalidad
code-provider_type-hospital = Hospital o centro de salud
code-provider_type-school = Escuela o universidad
code-provider_type-court = Tribunal o colegio de la abogacía
code-provider_type-police = Policía o gendarmería
code-provider_type-registration-office = Oficina de registro
code-provider_type-ngo = Organización
code-provider_type-other = Otra entidad

code-service_problem-refuses = Se niega a atender a personas refugiadas
code-service_problem-no-capacity = No tiene capacidad
code-service_problem-asks-for-fees = Pide pagos
code-service_problem-asks-for-documents = Pide documentos que las personas no pueden conseguir
code-service_problem-no-interpreter = No tiene intérprete
code-service_problem-discrimination = Trata mal a las personas
code-service_problem-too-far = Está demasiado lejos
code-service_problem-long-wait = Los tiempos de espera son demasiado largos
code-service_problem-not-known = Las personas no lo conocen
code-service_problem-rules-changed = Las normas cambiaron
code-service_problem-other = Otro motivo

## More rules, and what to do about each

rule-ENV-01 = el sobre supera el límite de tamaño
advice-ENV-01 = acorte los textos del formulario o la nota
rule-ENV-02 = estos bytes no son un sobre sellado en la única forma permitida
advice-ENV-02 = el archivo o el mensaje se dañó por el camino: pida que se lo envíen otra vez
rule-ENV-03 = el sobre usa un conjunto de cifrado que esta versión no conoce
advice-ENV-03 = ambas organizaciones deberían usar una versión actual
rule-ENV-04 = el sobre está sellado para una clave que esta organización no tiene
advice-ENV-04 = no hace falta hacer nada: se comunica al remitente la clave actual y este vuelve a sellar el sobre
rule-ENV-05 = el sobre no se puede abrir: fue alterado o está sellado para otro destinatario
advice-ENV-05 = pida al remitente que lo envíe otra vez
rule-ENV-06 = el contenido del sobre no tiene la única forma permitida
advice-ENV-06 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-ENV-07 = la parte firmada del mensaje no tiene la única forma permitida
advice-ENV-07 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-ENV-08 = el mensaje nombra a otro destinatario
advice-ENV-08 = no hace falta hacer nada: el mensaje no es para esta organización
rule-ENV-09 = la firma no pasa la verificación
advice-ENV-09 = no confíe en este mensaje; pregunte por teléfono al remitente si lo envió
rule-ENV-10 = el mensaje se firmó con una tarjeta del remitente distinta de la que se conoce aquí
advice-ENV-10 = intercambie con esa organización las tarjetas actuales
rule-ENV-11 = los datos del mensaje no son los que firmó el remitente
advice-ENV-11 = no confíe en este mensaje; pregunte por teléfono al remitente si lo envió
rule-ENV-12 = la sal y los datos del mensaje deben estar los dos, o ninguno
advice-ENV-12 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-ENV-13 = los datos del mensaje usan un códec que esta versión no conoce
advice-ENV-13 = ambas organizaciones deberían usar una versión actual
rule-ENV-14 = el conjunto de cifrado del sobre no es el de la clave que nombra
advice-ENV-14 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-CARD-01 = esto no es una tarjeta de organización completa
advice-CARD-01 = el archivo se dañó o está cortado: pida a la organización que lo envíe otra vez
rule-CARD-02 = las tarjetas de este archivo no son continuación unas de otras
advice-CARD-02 = no confíe en este archivo; pregunte por teléfono a la organización
rule-CARD-03 = una firma de esta tarjeta no pasa la verificación
advice-CARD-03 = no confíe en este archivo; pregunte por teléfono a la organización
rule-CARD-04 = la declaración de claves no tiene la única forma permitida
advice-CARD-04 = pida a la organización un nuevo archivo de tarjeta
rule-CARD-05 = la declaración de claves pertenece a otra tarjeta
advice-CARD-05 = pida a la organización un nuevo archivo de tarjeta
rule-CARD-06 = este archivo de tarjeta es más antiguo que el que se conoce aquí
advice-CARD-06 = no hace falta hacer nada: se sigue usando el más nuevo
rule-CARD-07 = la organización ofrecía antes cifrado poscuántico y ahora no
advice-CARD-07 = pregunte por teléfono a la organización si lo cambió a propósito
rule-CARD-08 = la organización no ha publicado ninguna clave de recepción vigente
advice-CARD-08 = pida a la organización un nuevo archivo de tarjeta
rule-CARD-09 = el mensaje está firmado con una tarjeta que otra ha reemplazado
advice-CARD-09 = pregunte a la organización por teléfono: su clave cambió, y esto puede venir de quien tiene la antigua
rule-CARD-10 = llegaron mensajes con una tarjeta de la organización que ella no envió
advice-CARD-10 = esto es una alarma: alguien tuvo la clave de la organización; llame a quien la administra y revise lo que llegó en su nombre
rule-CARD-11 = hay dos historias de las tarjetas de esta organización, y no se puede saber cuál es la suya
advice-CARD-11 = reúnase con la gente de la organización; luego tome el archivo de tarjeta que le den: ihala trust settle CARD
rule-TRU-01 = esta organización no se conoce aquí
advice-TRU-01 = intercambie las tarjetas de organización y compare por teléfono la huella de la tarjeta: ihala trust add CARD
rule-TRU-02 = esta organización no está en la lista de confianza
advice-TRU-02 = decida si confía en ella: ihala trust add CARD
rule-TRU-03 = la huella indicada no es la de esta tarjeta o red
advice-TRU-03 = compare otra vez por teléfono, leyendo todos los grupos; no la agregue hasta que coincidan
rule-TRU-04 = esta es nuestra propia organización
advice-TRU-04 = nombre otra organización
rule-TRU-05 = la lista de confianza no deja pasar en este sentido, entre las dos organizaciones, solicitudes de este tipo de caso
advice-TRU-05 = llame a la organización: una de las dos no recibe o no envía esto; la lista se cambia con ihala trust set
rule-ROS-01 = esto no es una carta constitutiva o una lista de miembros en la única forma permitida
advice-ROS-01 = el archivo se dañó o es demasiado largo: pídalo de nuevo
rule-ROS-02 = la carta no continúa la que se conoce
advice-ROS-02 = pida al grupo central todas las cartas: ihala roster export
rule-ROS-03 = han firmado muy pocos asientos del grupo central, o una firma no es válida
advice-ROS-03 = reúna las firmas: ihala roster sign, merge
rule-ROS-04 = deben firmar tan pocos asientos, o cambian tantos a la vez, que el grupo central podría dividirse
advice-ROS-04 = debe firmar más de la mitad de los asientos, y en un paso cambian menos asientos que firmas hacen falta
rule-ROS-05 = la lista de miembros se firmó con otra carta que la vigente
advice-ROS-05 = pida al grupo central una lista con su carta actual
rule-ROS-06 = la lista de miembros es más antigua que la que se conoce
advice-ROS-06 = no hay nada que hacer: la más nueva sigue en uso
rule-ROS-07 = se ha firmado otra carta o lista de miembros en el lugar de esta
advice-ROS-07 = esto es una alarma: pregunte al grupo central cuál firmó; la próxima versión de la lista lo resuelve
rule-ROS-08 = la lista de miembros ha perdido a un miembro
advice-ROS-08 = los miembros se suspenden o se retiran, nunca se quitan: pida al grupo central una nueva
rule-ROS-09 = la lista de miembros de la red terminó hace tiempo, así que nada nuevo pasa según ella
advice-ROS-09 = pida al grupo central una nueva: ihala roster list
rule-ROS-10 = la red ha suspendido a esta organización, o ella se ha ido
advice-ROS-10 = llame al grupo central de la red; lo que está abierto puede terminarse
rule-ISP-01 = esto no es un protocolo de intercambio de información en la única forma permitida
advice-ISP-01 = el archivo se dañó o es de otro tipo: pida que se lo envíen otra vez
rule-ISP-02 = una firma del protocolo no pasa la verificación
advice-ISP-02 = pida a esa parte que lo firme otra vez y que envíe el archivo
rule-ISP-03 = esta organización no es parte del protocolo
advice-ISP-03 = solo firman las partes; revise los id en [parties]
rule-ISP-04 = el protocolo que nombra el mensaje no se conoce aquí
advice-ISP-04 = impórtelo: ihala isp import FILE
advice-ISP-05 = reúna las firmas: ihala isp export, sign, import
advice-ISP-06 = acuerde una nueva versión con las partes
advice-ISP-07 = use la versión más nueva: ihala isp list
advice-ISP-08 = llame por teléfono a esa parte; `ihala isp show ID` dice cuál es
rule-ISP-09 = demasiadas propuestas de esta organización esperan respuesta
advice-ISP-09 = fírmelas o descártelas: ihala isp list, isp discard
rule-ISP-10 = esto no se puede hacer con el protocolo tal como está
advice-ISP-10 = ihala isp show ID dice quién hizo qué: solo se suspende o se termina un protocolo en vigor, solo se levanta la suspensión propia, y una terminación nunca se revierte
advice-CON-01 = lea a la persona el texto de `ihala consent draft` y registre la respuesta
advice-CON-02 = pregunte otra vez a la persona, nombrando a esta organización: ihala consent draft FORM --to AGENCY
advice-CON-03 = pregunte otra vez a la persona: ihala consent draft FORM --to AGENCY
advice-CON-04 = pregunte otra vez a la persona, nombrando la finalidad
advice-CON-05 = no lo envíe; hable con la persona
advice-CON-06 = use el consentimiento del caso de esta persona o corrija request.case_code
rule-CON-07 = esto no es una constancia de consentimiento firmada por su organización
advice-CON-07 = no se base en ella; pida una nueva a la organización
rule-CON-08 = la persona es un niño o una niña, y el consentimiento no nombra a una persona cuidadora ni un motivo para no preguntarle
advice-CON-08 = regístrelo otra vez, con given_by = "caregiver" o "guardian", o indique el motivo en caregiver_not_asked =
advice-POL-01 = acuerde uno: ihala isp draft, sign, export, import
advice-POL-02 = ihala isp explain FORM --to AGENCY muestra qué está cubierto
advice-POL-03 = elija una finalidad del protocolo o modifíquelo con las partes
advice-POL-04 = no hace falta hacer nada: el dato no se envía
advice-POL-05 = pregunte otra vez a la persona si el dato es necesario
advice-POL-06 = modifique el protocolo o el consentimiento; sin este dato la derivación no tiene sentido
advice-POL-07 = ihala isp explain FORM --to AGENCY dice por qué, dato por dato
rule-POL-08 = este tipo de caso debe ir en dos etapas
advice-POL-08 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-POL-09 = una derivación con la alerta gbv o trafficking nunca va en una sola etapa
advice-POL-09 = el programa del remitente tiene un error: avise a quien administra ese nodo
advice-POL-10 = complete los campos obligatorios: ihala los nombra
advice-POL-11 = quítelo del texto o pregunte a la persona si esta organización puede saberlo
rule-POL-12 = este dato se envía únicamente cuando la organización destinataria haya aceptado
advice-POL-12 = quien lo pide puede aceptar primero; después se envía por sí solo
rule-POL-13 = el protocolo con el que llegó la derivación no permite pasarla a otra organización
advice-POL-13 = derive el caso de vuelta al remitente o acuerde un protocolo con onward = true
rule-POL-14 = el consentimiento con el que llegó la derivación no cubre pasarla a otra organización
advice-POL-14 = pregunte usted a la persona y registre la respuesta: ihala consent draft FORM --to AGENCY
rule-POL-15 = esta organización ya tuvo antes la misma solicitud
advice-POL-15 = llame por teléfono a esa organización; si debe enviarse allí otra vez, diga por qué con --again REASON
rule-REF-01 = esto no es un evento de derivación en la única forma permitida
advice-REF-01 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-REF-02 = la derivación no se conoce aquí
advice-REF-02 = compruebe el id con `ihala list`
rule-REF-03 = esta organización no participa en la derivación
advice-REF-03 = no hace falta hacer nada
rule-REF-04 = este paso corresponde a la otra organización
advice-REF-04 = `ihala show ID` dice qué puede hacer usted
rule-REF-05 = este paso no es posible en el estado actual de la derivación
advice-REF-05 = `ihala show ID` dice qué puede hacer usted
rule-REF-06 = otro evento ocupa ya este lugar de la cadena
advice-REF-06 = esto es una alarma: llame por teléfono a quien administra el nodo de la otra organización
rule-REF-07 = el evento no continúa la cadena de quien lo creó
advice-REF-07 = esto es una alarma: llame por teléfono a quien administra el nodo de la otra organización
rule-REF-08 = el evento nombra una cabeza de cadena más antigua que la que nombró el evento anterior
advice-REF-08 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-REF-09 = la derivación tiene demasiados eventos
advice-REF-09 = ciérrela y empiece una nueva
rule-REF-10 = este paso necesita un motivo o un resultado de la lista
advice-REF-10 = agregue --reason o --outcome con un código de la lista
rule-REF-11 = la derivación a la que pertenece este paso aún no ha llegado
advice-REF-11 = no hace falta hacer nada: el paso se envía otra vez
rule-REF-12 = se retiró el consentimiento, así que no se comparte nada más en esta derivación
advice-REF-12 = hable con la persona; un nuevo consentimiento es una nueva derivación
rule-REF-13 = esta derivación solo se acepta con las obligaciones de contacto seguro
advice-REF-13 = léalas (`ihala show ID`) y acepte con --safe-contact
rule-REF-14 = la lista de traspasos no termina con el remitente
advice-REF-14 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-REF-15 = llegó demasiado tarde: la derivación había terminado, así que su contenido se destruyó sin leerlo
advice-REF-15 = hable con la otra organización si la persona aún necesita el servicio
rule-DEL-01 = dos mensajes distintos llevan el mismo id de mensaje
advice-DEL-01 = esto es una alarma: llame por teléfono a quien administra el nodo de la otra organización
rule-DEL-02 = otro mensaje ocupa ya este lugar de la secuencia
advice-DEL-02 = esto es una alarma: llame por teléfono a quien administra el nodo de la otra organización
rule-DEL-03 = el mensaje no continúa la secuencia
advice-DEL-03 = esto es una alarma: llame por teléfono a quien administra el nodo de la otra organización
rule-DEL-04 = el mensaje viene del futuro
advice-DEL-04 = uno de los dos relojes está mal: compare la hora por teléfono
rule-DEL-05 = el mensaje ha caducado
advice-DEL-05 = pida al remitente que lo envíe otra vez
rule-DEL-06 = esta versión no conoce este tipo de mensaje
advice-DEL-06 = ambas organizaciones deberían usar una versión actual
rule-DEL-08 = la respuesta a un mensaje no es un acuse de recibo ni un rechazo de esa organización
advice-DEL-08 = ambas organizaciones deberían usar una versión actual; si persiste, llame por teléfono a quien administra el otro nodo
rule-DEL-09 = el mensaje no tiene la forma de los de su tipo
advice-DEL-09 = el programa del remitente tiene un error: avise a quien administra ese nodo
rule-DEL-10 = esto no es una pregunta en una de las formas permitidas
advice-DEL-10 = ambas organizaciones deberían usar una versión actual
rule-DEL-07 = el remitente no envió el contenido
advice-DEL-07 = no hace falta hacer nada: el consentimiento o el protocolo ya no lo permitía
rule-AUD-01 = el árbol de auditoría de la organización no es continuación de lo que comunicó antes
advice-AUD-01 = esto es una alarma: el historial de esa organización se reescribió o se restauró de una copia de seguridad; llame por teléfono a quien administra ese nodo
rule-AUD-02 = aún no ha llegado un punto de control anterior de esta organización
advice-AUD-02 = no hace falta hacer nada: se envía otra vez
rule-BAK-01 = esto no es un archivo de copia de seguridad completo en la única forma permitida
advice-BAK-01 = el archivo está dañado o cortado: use otro ejemplar o una copia de seguridad más antigua
rule-BAK-02 = la copia de seguridad fue alterada, o no está firmada por la organización que nombra
advice-BAK-02 = no restaure desde este archivo: use otro ejemplar o una copia de seguridad más antigua
rule-BAK-03 = la copia de seguridad no está sellada para este archivo de recuperación
advice-BAK-03 = use el archivo de recuperación que estaba en vigor cuando se hizo la copia
rule-BAK-04 = el contenido de la copia de seguridad no se abre, o no es lo que dice su cabecera
advice-BAK-04 = use otro ejemplar o una copia de seguridad más antigua
rule-BAK-05 = una de las dos agencias se restauró de una copia de seguridad, y aún no sabe qué pasó entre ellas después
advice-BAK-05 = no hay nada que hacer: la otra agencia lo dice en cuanto se la alcanza; `ihala recovery` muestra quién falta
rule-BAK-06 = el último día de esta copia ha pasado
advice-BAK-06 = use una más nueva: lo que se borró desde entonces no debe volver

## Forms in files and in the terminal

text-form_leave = Lo que se deja vacío no se envía. Las líneas que empiezan por # son ayuda.
text-form_needed = obligatorio
text-form_needed_if = obligatorio según otras respuestas
text-form_one = Una de estas opciones:
text-form_any = Las que correspondan, en una lista como { $example }:
text-form_day = Una fecha: { $example }
text-form_moment = Fecha y hora con su diferencia horaria: { $example }
text-form_number = Un número de 0 a { $max }
text-form_flag = Sí o no: true o false
text-form_place = Un código de lugar (código P): { $example }
text-form_language = Un código de idioma: { $example }
text-yes = sí
text-no = no

## Mistakes in files (the places hold keys and codes of the file; what stands between `…` is typed as it is)

mistake = línea { $line }: { $what }
mistake-file-too-long = el archivo tiene más de { $max } bytes
mistake-not-toml = no es TOML válido: { $why }
mistake-incomplete = el archivo no está completo
mistake-not-text = `{ $key }` debe ser texto entre comillas
mistake-not-number = `{ $key }` debe ser un número entero de 0 a { $max }
mistake-not-flag = `{ $key }` debe ser true o false
mistake-not-date = `{ $key }` debe ser una fecha que exista, escrita como `1990-04-23`
mistake-not-moment = `{ $key }` debe ser una fecha y hora con su diferencia horaria, escrita como `2026-01-31T14:00:00+03:00`
mistake-not-code = `{ $key }` debe ser uno de estos: { $names }
mistake-not-codes = `{ $key }` solo puede contener: { $names }
mistake-not-list = `{ $key }` debe ser una lista, como `["a", "b"]`
mistake-not-line = `{ $key }` debe ser una sola línea de { $max } caracteres como máximo
mistake-not-place = `{ $key }` debe ser un código P de OCHA, por ejemplo `TUR079`
mistake-not-province = `{ $key }` debe ser el código P de una provincia, por ejemplo `TUR079`
mistake-not-language = `{ $key }` debe ser un código de idioma, por ejemplo `ar`
mistake-too-long = `{ $key }` tiene { $count } caracteres; se permiten { $max } como máximo
mistake-control = `{ $key }` no debe contener caracteres de control
mistake-line-break = `{ $key }` no debe contener saltos de línea ni caracteres de control
mistake-write = escriba { $shape }
mistake-missing = falta `{ $key }`
mistake-missing-always = falta `{ $path }`; este formulario siempre lo necesita
mistake-missing-by-others = falta `{ $path }`: otras respuestas lo hacen necesario
mistake-empty = hay que completar `{ $key }`
mistake-names-none = `{ $key }` debe nombrar al menos uno
mistake-first-line = el archivo debe empezar por: { $line }
mistake-no-form = el archivo debe empezar por `form =` y uno de estos: { $names }
mistake-not-of-form = `{ $path }` no forma parte de este formulario
mistake-unknown-field = campo desconocido: `{ $path }`
mistake-unknown-field-near = campo desconocido: `{ $path }`; ¿quiso decir `{ $near }`?
mistake-unknown-key = nombre desconocido: `{ $key }`
mistake-unknown-key-near = nombre desconocido: `{ $key }`; ¿quiso decir `{ $near }`?
mistake-unknown-key-known = nombre desconocido: `{ $key }`; los conocidos son: { $known }
mistake-key-in-group = nombre desconocido: `{ $key }`; va bajo [{ $group }]
mistake-no-such-day = `{ $path }` no es una fecha posible aquí: corrija el año, el mes o el día
mistake-ages-differ = la edad, el grupo de edad y la fecha de nacimiento no concuerdan: corrija uno de estos datos o no lo indique
mistake-none-and-others = `{ $path }` dice "none" y algo más: quite uno de los dos
mistake-agency-id = el id de una organización tiene 64 dígitos hexadecimales: `ihala card show` lo muestra
mistake-agency-twice = esta organización está nombrada dos veces
mistake-trust-id = `id` debe ser la huella de una organización, o los 64 dígitos de su id: `ihala card show` muestra ambos
mistake-trust-name-twice = otra organización de la lista tiene este nombre
mistake-trust-address = una dirección se escribe como `/ip4/192.0.2.1/tcp/4717`
mistake-trust-addresses = una organización tiene aquí como máximo { $max } direcciones
mistake-network-id = `id` debe ser la huella de una red, o los 64 dígitos de su id: `ihala roster show` muestra ambos
mistake-network-twice = esta red se nombra dos veces, o dos llevan el mismo nombre
mistake-seat-twice = dos asientos tienen esta clave: cada titular hace la suya con `ihala roster seat`
mistake-seat-key = `key` debe ser lo que mostró `ihala roster seat`
mistake-threshold = de { $seats } asientos debe firmar más de la mitad, y no más que todos
trust-file = La lista de confianza de esta organización: a quién conocemos y qué puede ir entre nosotros.
    Edítela y luego: ihala trust check (qué cambiaría), ihala trust reload (para que valga).
    `ihala trust add`, `set` y `remove` también cambian este archivo; los comentarios se quedan.

    { "[[agency]]" }
    id = "..."                       la huella, comparada por teléfono; nunca cambia
    name = "Legal Clinic"            cómo la llamamos
    send = true                      si podemos referirle personas
    receive = true                   si puede referirnos personas
    case_types = ["legal"]           solo estos; sin esta línea, todos
    addresses = ["/ip4/192.0.2.1/tcp/4717"]  dónde más probar
    thin = false                     true: también sin cifrado poscuántico
    notes = "nos conocimos en la reunión de junio"

    Lo que se puede compartir está en los protocolos de intercambio de información; esta lista solo puede prohibir más.
mistake-consent-answer = `answer` debe ser lo que la persona dijo después de oír el texto: `given` o `refused`; o bien `requested`, `deferred`, `unknown`
mistake-consent-witness = hay que completar `witness` cuando el consentimiento se dio verbalmente
mistake-consent-assent = el niño o la niña no está de acuerdo: esto no es un consentimiento (otro fundamento requiere indicar un motivo y quién lo autorizó)
mistake-consent-valid-until = `valid_until` no debe ser anterior a `date` ni más de diez años posterior
mistake-consent-date = `date` es el día en que la persona respondió
mistake-consent-guardian = `{ $key }` contradice given_by = `person`
mistake-consent-recipients = escriba `[[recipient]]` hasta { $max } veces
mistake-isp-previous = `previous` debe ser los 64 dígitos del id de un protocolo
mistake-isp-version = `version` empieza en 1; una versión posterior nombra el id de la anterior como `previous`
mistake-isp-valid-until = `valid_until` debe ser posterior a `valid_from`, y dentro de los diez años siguientes
mistake-isp-too-long = el protocolo compilado tiene más de { $max } bytes
mistake-isp-parties = escriba `[parties]` y después una línea por organización: `name = "id"`
mistake-isp-party-name = el nombre de una parte debe ser una línea de texto
mistake-isp-party-count = un protocolo tiene de 2 a { $max } partes
mistake-isp-hours = `{ $key }` debe indicar cuatro plazos en horas: `[acknowledge, decide, serve, feed back]`
mistake-isp-phones = escriba `[phones]` y después una línea por parte: `name = "number"`
mistake-isp-phone = un número debe ser una línea de texto
mistake-isp-no-party = este nombre no figura bajo `[parties]`
mistake-isp-clause-party = `{ $key }` debe ser `any` o un nombre que figure bajo `[parties]`
mistake-isp-review = `{ $place }` contradice el resto: la revisión es posterior al fin de la vigencia
mistake-isp-deadlines = `{ $place }` contradice el resto: los cuatro plazos de una urgencia deben ir en aumento
mistake-isp-to-itself = `{ $place }` contradice el resto: va de una organización a sí misma
mistake-isp-stages = `{ $place }` contradice el resto: una cláusula anterior dice otra cosa sobre las etapas para el mismo tipo de caso y las mismas partes
mistake-isp-label-twice = `{ $place }` contradice el resto: dos cláusulas tienen esta etiqueta
mistake-isp-own = este campo se contradice: los nombres llevan letras minúsculas, cifras y `_`; `max` va con un número, `[[field.code]]` con un código o varios, `coded` con un código, varios o un sí o no; un campo codificado tiene como máximo 16 códigos; los números (desde 1) y los nombres de los códigos no se repiten; las etiquetas llevan letras y nada invisible
mistake-isp-own-twice = dos campos tienen este nombre: { $name }
mistake-own-too-many = un formulario tiene como máximo { $max } campos propios
mistake-own-unknown = este campo propio no está definido en ningún protocolo con el destinatario: `{ $field }`
mistake-own-unknown-advice = `ihala isp show ID` muestra los campos propios de un protocolo
mistake-own-unfit = `{ $field }` no admite este valor; admite: { $holds }
mistake-tables = escriba `{ $shape }` de 1 a { $max } veces

## Names of states and steps: of tasks, business status, steps, clocks, deliveries, consents, protocols

name-task-requested = solicitada
name-task-received = recibida
name-task-accepted = aceptada
name-task-rejected = rechazada
name-task-in-progress = en curso
name-task-on-hold = en espera
name-task-completed = completada
name-task-cancelled = cancelada
name-task-failed = fallida
name-task-entered-in-error = registrada por error
name-business-created = creada
name-business-accepted = aceptada
name-business-declined = no aceptada
name-business-event-scheduled = cita programada
name-business-event-unattended = cita sin asistencia
name-business-event-cancelled = cita cancelada
name-business-event-completed = cita realizada
name-business-cancellation-requested = cancelación solicitada
name-business-cancellation-refused = cancelación rechazada
name-business-consent-withdrawn = consentimiento retirado
name-business-fulfilment-completed = prestación del servicio completada
name-business-fulfilment-cancelled = prestación del servicio cancelada
name-business-entered-in-error = registrada por error
name-step-requested = solicitada
name-step-cancel-requested = cancelación solicitada
name-step-received = recibida
name-step-accepted = aceptada
name-step-rejected = rechazada
name-step-started = iniciada
name-step-completed = completada
name-step-cancel-confirmed = cancelación confirmada
name-step-cancel-refused = cancelación rechazada
name-step-asked = pregunta hecha
name-step-answered = pregunta respondida
name-step-identity-released = identidad comunicada
name-step-nudged = recordatorio enviado
name-step-entered-in-error = registrada por error
name-step-scheduled = cita programada
name-step-unattended = no asistió
name-step-appointment-cancelled = cita cancelada
name-step-attended = asistió
name-step-put-on-hold = puesta en espera
name-step-resumed = reanudada
name-step-failed = abandonada
name-step-referred-onward = derivada a otra organización
name-step-onward-outcome = resultado en otra organización
name-step-stopped = intercambio detenido
name-step-erasure-ordered = destrucción ordenada
name-step-erased = contenido destruido
name-step-retained = contenido conservado
name-step-onward-erasure = respuesta de otra organización a la orden de destruir
name-clock-acknowledge = confirmar la recepción
name-clock-decide = decidir
name-clock-serve = prestar el servicio
name-clock-feed-back = informar del resultado
name-delivery-queued = en espera de entrega
name-delivery-delivered = entregado
name-delivery-refused = rechazado
name-isp-waiting-for-signatures = a la espera de firmas
name-isp-suspended = suspendido
name-isp-terminated = terminado
name-isp-replaced-by-a-newer-version = reemplazado por una versión más nueva
name-isp-not-yet-in-force = aún no en vigor
name-isp-lapsed = vencido
name-isp-in-force = en vigor
name-change-suspended = suspendido
name-change-in-force = en vigor
name-change-terminated = terminado
name-consent-refused = denegado
name-consent-given = dado
name-consent-requested = solicitado
name-consent-deferred = aplazado
name-consent-unknown = desconocido
name-consent-renewed = renovado
name-consent-expired = vencido
name-consent-invalidated = invalidado
name-consent-revoked = revocado
name-consent-withdrawn = retirado

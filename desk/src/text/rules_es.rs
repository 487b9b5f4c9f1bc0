//! What is wrong where a rule of `check` is broken, in Spanish: the checks themselves speak English.

use card::Rule;

/// The rule in one line, without a full stop. The first word may stand in the middle of a list.
pub(super) fn broken(rule: Rule) -> &'static str {
    match rule {
        Rule::Unreadable => "No se pudo leer el archivo",
        Rule::NotJson => "El archivo no es JSON",
        Rule::TooLarge => "El archivo es más grande de lo que puede ser una ficha",
        Rule::TooDeep => "Hay listas y objetos anidados a más profundidad de la permitida",
        Rule::LoneSurrogate => "Una secuencia de escape representa solo medio carácter",
        Rule::WrongVersion => "El archivo es de otra versión del formato",
        Rule::WrongShape => "Falta un campo obligatorio o un valor es de otro tipo",
        Rule::DuplicateKey => "Un campo aparece dos veces en el mismo objeto",
        Rule::Empty => "Falta el texto donde tiene que haberlo",
        Rule::TooLong => "El texto es más largo de lo permitido",
        Rule::TooMany => "La lista tiene más elementos de los permitidos",
        Rule::BadId => "El identificador tiene caracteres que no caben en un enlace",
        Rule::BadDate => "La fecha no sigue la norma ISO 8601",
        Rule::BadUrl => "La dirección no es una dirección http o https completa",
        Rule::BadLanguage => "El idioma no es una etiqueta BCP 47",
        Rule::DuplicateId => "Dos elementos de la misma clase tienen el mismo identificador",
        Rule::UnknownId => "El identificador no corresponde a nada de esta ficha",
        Rule::MisplacedParts => {
            "Hay facciones sin una postura dividida, o una postura dividida sin facciones"
        }
        Rule::DuplicateStance => "La misma persona o el mismo grupo tiene dos posturas sobre una afirmación",
        Rule::CommentCycle => "Un comentario se responde a sí mismo, directamente o a través de otros",
        Rule::ReviewWithoutReviewer => "La verificación no dice quién la hizo",
        Rule::PointWithoutClaim => "Un punto del resumen no indica en qué afirmación se apoya",
        Rule::StanceWithoutQuote => "La postura no tiene ninguna cita que la muestre",
        Rule::ClaimWithoutQuote => "La afirmación no tiene ninguna cita que muestre que está en el artículo",
        Rule::ClaimWithoutStatus => "La afirmación no dice qué muestra el artículo sobre ella",
        Rule::LostHedge => "La cita tiene un matiz o una negación que aquí falta",
        Rule::NumberNotInQuotes => "Una cifra no está en ninguna de sus citas",
        Rule::UnusedActor => "Esta persona o este grupo no afirma nada ni toma postura",
        Rule::UnknownField => "El formato no conoce ningún campo con este nombre",
        Rule::QuoteNotFound => "La cita no está en el artículo",
        Rule::QuoteInexact => "La cita está en el artículo, pero no palabra por palabra",
        Rule::AmbiguousQuote => "La cita podría estar en varios lugares del artículo",
    }
}

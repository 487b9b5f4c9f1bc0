//! What the words of English and Spanish are good for when one looks for who says what.
//!
//! Hedges, negations and numbers are not here: they are those of `summary-card check`, in [`card::words`].

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use card::words::{self, Words};

/// What a word can be, one bit each. A word can be several.
pub type Class = u32;

/// Says that somebody says something.
pub const SAY: Class = 1;
/// Says where somebody stands.
pub const POSITION: Class = 1 << 1;
/// What a person is: a title, an office, a trade.
pub const ROLE: Class = 1 << 2;
/// A body that is no part of a state.
pub const ORGANIZATION: Class = 1 << 3;
/// A body of a state, a region or a city.
pub const GOVERNMENT: Class = 1 << 4;
/// People spoken of as one.
pub const GROUP: Class = 1 << 5;
/// People whom the journalist knows and does not name.
pub const UNNAMED: Class = 1 << 6;
/// Begins no name, even with a capital.
pub const FUNCTION: Class = 1 << 7;
/// May stand between a subject and its verb.
pub const BETWEEN: Class = 1 << 8;
/// Stands for one person.
pub const PRONOUN: Class = 1 << 9;
/// Stands for several people.
pub const PLURAL: Class = 1 << 10;
/// May stand before what a person or a group is: "legal" experts.
pub const MODIFIER: Class = 1 << 11;
/// Counts people: "two", "some".
pub const QUANTIFIER: Class = 1 << 12;
/// Speaks of a law or of what is allowed; two such words in a sentence do.
pub const RULE: Class = 1 << 13;
/// Says by itself that something is a rule.
pub const DUTY: Class = 1 << 27;
/// Speaks of causes.
pub const CAUSE: Class = 1 << 14;
/// Speaks of what will be.
pub const FUTURE: Class = 1 << 15;
/// Makes a number an amount: "percent", "million".
pub const UNIT: Class = 1 << 16;
/// A month or a day of the week.
pub const DATE: Class = 1 << 17;
/// Joins the words of a name: "of", "de".
pub const LINK: Class = 1 << 18;
/// "the", "el".
pub const DEFINITE: Class = 1 << 19;
/// "a", "una".
pub const INDEFINITE: Class = 1 << 20;
/// "its", "su".
pub const POSSESSIVE: Class = 1 << 21;
/// A document that speaks for who wrote it.
pub const DOCUMENT: Class = 1 << 22;
/// Makes a statement less than certain.
pub const HEDGE: Class = 1 << 23;
/// Negates.
pub const NEGATION: Class = 1 << 24;
/// What a group is or does, so that it is more than scenery: "divided", "watching".
pub const ACTS: Class = 1 << 25;
/// A number word.
pub const NUMBER: Class = 1 << 26;

/// A language that suggestions can be made in.
pub struct Language {
    classes: FxHashMap<&'static str, Class>,
    /// The words of `summary-card check`.
    pub words: &'static Words,
    /// What comes before who says something: "according to".
    pub according: &'static [&'static [&'static str]],
    /// Whether a verb ending shows the future.
    pub is_spanish: bool,
}

impl Language {
    /// The language of a BCP 47 tag, English where there is none; `None` for a language without lists.
    pub fn of(tag: Option<&str>) -> Option<&'static Self> {
        let tag = tag.unwrap_or("en").to_ascii_lowercase();
        match tag.split('-').next() {
            Some("en") => Some(&ENGLISH),
            Some("es") => Some(&SPANISH),
            _ => None,
        }
    }

    /// What a word in lower case can be.
    pub fn classes(&self, word: &str) -> Class {
        let known = self.classes.get(word).copied().unwrap_or_default();
        let is_negated = !self.is_spanish && word.ends_with("n't");
        let is_future = self.is_spanish
            && word.len() > 5
            && ["ará", "erá", "irá", "arán", "erán", "irán"].iter().any(|end| word.ends_with(end));
        known | if is_negated { NEGATION } else { 0 } | if is_future { FUTURE } else { 0 }
    }

    fn new(
        words: &'static Words,
        lists: &[(Class, &'static str)],
        according: &'static [&'static [&'static str]],
        is_spanish: bool,
    ) -> Self {
        let mut classes: FxHashMap<&'static str, Class> = FxHashMap::default();
        for (class, list) in lists {
            for word in list.split_ascii_whitespace() {
                *classes.entry(word).or_default() |= class;
            }
        }
        for (class, list) in [(HEDGE, words.hedges), (NEGATION, words.negations), (NUMBER, words.numbers)] {
            for word in list {
                *classes.entry(word).or_default() |= class;
            }
        }
        Self { classes, words, according, is_spanish }
    }
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| {
    let according: &[&[&str]] = &[
        &["according", "to"],
        &["in", "the", "words", "of"],
        &["in", "the", "view", "of"],
        &["in", "the", "opinion", "of"],
    ];
    Language::new(&words::ENGLISH, ENGLISH_WORDS, according, false)
});

static SPANISH: LazyLock<Language> = LazyLock::new(|| {
    let according: &[&[&str]] = &[
        &["según"],
        &["de", "acuerdo", "con"],
        &["a", "juicio", "de"],
        &["a", "juicio", "del"],
        &["en", "opinión", "de"],
        &["en", "opinión", "del"],
        &["en", "palabras", "de"],
    ];
    Language::new(&words::SPANISH, SPANISH_WORDS, according, true)
});

const ENGLISH_WORDS: &[(Class, &str)] = &[
    (
        SAY,
        "said says say saying told tells tell added adds argued argues argue warned warns warn stated states announced \
         announces explained explains claimed claims claim believes believe believed insisted insists insist noted notes \
         replied responded predicted predicts predict acknowledged admitted confirmed confirms stressed stresses stress \
         emphasized suggested suggests suggest declared maintains maintain maintained contends contend contended cautioned \
         cautions caution wrote writes testified concluded concludes conclude estimated estimates estimate described \
         describes describe called calls reported reports complained asserted asserts disclosed revealed recalled \
         remarked conceded concedes concede alleged alleges allege points point pointed cited cites cite presented \
         present presents found finds asked asks promised pledged vowed expects expect reiterated observed observes",
    ),
    (
        POSITION,
        "denied denies deny rejected rejects reject opposed opposes oppose disputed disputes dispute disagreed disagrees \
         disagree fear fears feared hopes hope hoped wants want wanted demanded demands demand urged urges urge accused \
         accuses accuse criticized criticizes criticised condemned condemns welcomed welcomes supports support supported \
         backs backed back favors favours favor endorsed endorses endorse refuses refused refuse declined declines decline \
         objects objected doubts doubt doubted praised praises questioned questions",
    ),
    (ACTS, "divided watching split wary worried cautious skeptical sceptical concerned opposed united"),
    (
        ROLE,
        "president vice mayor gov governor sen senator rep representative congressman congresswoman minister premier \
         secretary judge justice magistrate dr doctor prof professor chancellor councilman councilwoman councillor councilor \
         alderman commissioner chief sheriff captain general colonel lieutenant sergeant officer detective king queen prince \
         princess pope bishop archbishop cardinal rev reverend pastor rabbi imam mr mrs ms miss sir lord lady attorney \
         prosecutor lawyer counsel director chairman chairwoman chairperson chair ceo founder owner coach ambassador \
         spokesman spokeswoman spokesperson engineer analyst economist historian scientist researcher author physician \
         surgeon nurse teacher principal student farmer resident employee worker manager editor journalist expert \
         specialist leader head member activist organizer adviser advisor aide official deputy superintendent epidemiologist \
         biologist geologist psychologist sociologist architect banker investor trader driver pilot firefighter paramedic \
         witness contractor inspector investigator administrator treasurer clerk dean fellow partner veteran",
    ),
    (
        ORGANIZATION,
        "union association company firm group party university college institute hospital foundation federation committee \
         club church bank corporation inc corp ltd llc center centre network coalition alliance league newspaper chamber \
         society trust charity consultancy team school academy defence defense prosecution consortium cooperative campaign",
    ),
    (
        GOVERNMENT,
        "council ministry department government administration court senate congress parliament police commission agency \
         board office authority army navy legislature treasury pentagon assembly bureau tribunal cabinet legislature",
    ),
    (
        GROUP,
        "officials experts lawyers attorneys residents villagers neighbors neighbours critics supporters opponents activists \
         analysts economists scientists researchers doctors nurses engineers leaders diplomats lawmakers legislators \
         authorities parents students teachers workers employees staff owners merchants shopkeepers farmers investors \
         observers members advocates campaigners protesters prosecutors investigators witnesses historians scholars drivers \
         commuters passengers tenants landlords patients families relatives executives managers contractors representatives \
         senators ministers voters academics specialists organizers fishermen traders republicans democrats",
    ),
    (UNNAMED, "sources source insiders insider whistleblower"),
    (
        FUNCTION,
        "a about above after again all also although an and another any are as at be because before between both but by \
         can could did do does down during each either even every few first for from had has have he her here hers him his \
         how however i if in indeed instead into is it its just last later latest least less like many may meanwhile might more \
         most much must my neither never new next no nobody none nor not nothing now of off on once one only or other others our \
         out over own perhaps please rather same she should since so some soon still such than thank that the their them then \
         there these they this those though through thus to today together tomorrow tonight too two three four five six seven \
         eight nine ten under until up upon very was we well were what when where whether which while who whom whose why will with \
         within without would yes yesterday yet you your asked opening outside inside despite following earlier police \
         according photo illustration read see",
    ),
    (
        BETWEEN,
        "has have had also later then never not will would had is are was were been be being again once now still already \
         reportedly repeatedly publicly openly strongly flatly firmly both all who on in at to a said",
    ),
    (PRONOUN, "he she"),
    (PLURAL, "they some others many"),
    (
        MODIFIER,
        "legal local state federal senior city town county council government military health union school shop former \
         regional foreign intelligence police industry transport independent business court party company community \
         village factory bank farm labor labour trade opposition retired other top human rights tax oil security defense \
         defence climate public private young several elected small",
    ),
    (
        QUANTIFIER,
        "two three four five six seven eight nine ten several some other many few most one another dozens",
    ),
    (
        RULE,
        "law laws legally illegal illegally requires require required prohibits prohibit prohibited bans banned forbids forbid \
         forbidden allows allow allowed permitted exempt must constitution rule rules \
         regulation regulations lawful unlawful bound entitled",
    ),
    (DUTY, "must requires prohibits forbids"),
    (
        CAUSE,
        "cause causes caused causing because leads led due triggers triggered contributes contributed linked result results resulted",
    ),
    (FUTURE, "will shall won't predicted predicts forecast forecasts expects"),
    (
        UNIT,
        "percent million billion trillion thousand hundred dollars euros pounds kilometers kilometres miles meters metres tons \
         tonnes hours days weeks months years people jobs homes half third quarter fifth double points degrees feet inches acres",
    ),
    (
        DATE,
        "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept \
         oct nov dec monday tuesday wednesday thursday friday saturday sunday",
    ),
    (LINK, "of & for the and de del la van von der bin al da do di"),
    (DEFINITE, "the this that"),
    (INDEFINITE, "a an one another"),
    (POSSESSIVE, "its his her their our my"),
    (DOCUMENT, "report study statement survey paper review audit letter analysis document"),
];

const SPANISH_WORDS: &[(Class, &str)] = &[
    (
        SAY,
        "cuenta cuentan propone proponen propuso dijo dice dicen dijeron decía decían afirmó afirma afirman afirmaron aseguró asegura aseguran aseguraron señaló señala \
         señalan señalaron explicó explica explican explicaron declaró declara declararon advirtió advierte advierten advirtieron \
         añadió añade añaden agregó agrega agregaron sostiene sostienen sostuvo sostuvieron indicó indica indican indicaron apuntó \
         apunta apuntan recordó recuerda recuerdan anunció anuncia anunciaron denunció denuncia denuncian denunciaron reconoció \
         reconoce reconocen admitió admite admiten confirmó confirma confirmaron insistió insiste insisten subrayó subraya \
         subrayan destacó destaca destacan comentó comenta contó relató manifestó manifestaron expresó expuso expone respondió \
         responde responden replicó matizó precisó detalló aclaró preguntó concluyó concluye concluyen estima estiman estimó \
         calcula calculan prevé prevén cree creen considera consideran opina opinan piensa piensan lamentó lamenta alegó alega \
         argumentó argumenta argumentan prometió promete informó informaron sugirió reiteró pronosticó reveló",
    ),
    (
        POSITION,
        "negó niega niegan negaron rechazó rechaza rechazan rechazaron criticó critica critican criticaron pidió pide piden \
         pidieron exigió exige exigen exigieron reclama reclaman reclamó teme temen descarta descartan descartó apoya apoyan apoyó \
         defiende defienden defendió opone oponen opuso quiere quieren acusa acusan acusó celebra celebró condena condenó \
         cuestiona cuestionó duda dudan espera esperan desmiente desmintió insta instó solicita solicitan",
    ),
    (ACTS, "divididos divididas pidiendo atentos preocupados cautelosos reacios"),
    (
        ROLE,
        "presidente presidenta vicepresidente vicepresidenta alcalde alcaldesa ministro ministra gobernador gobernadora senador \
         senadora diputado diputada concejal concejala consejero consejera secretario secretaria juez jueza magistrado magistrada \
         fiscal doctor doctora dr dra profesor profesora rector rectora comisario comisaria general coronel capitán teniente \
         sargento agente rey reina príncipe princesa papa obispo arzobispo cardenal sr sra don doña abogado abogada director \
         directora gerente jefe jefa fundador fundadora dueño dueña propietario propietaria embajador embajadora portavoz vocero \
         vocera ingeniero ingeniera analista economista historiador historiadora científico científica investigador \
         investigadora autor autora médico médica cirujano cirujana enfermero enfermera maestro maestra estudiante agricultor \
         agricultora vecino vecina empleado empleada trabajador trabajadora periodista experto experta especialista líder miembro \
         activista asesor asesora epidemiólogo epidemióloga biólogo bióloga geólogo geóloga psicólogo psicóloga sociólogo socióloga \
         arquitecto arquitecta delegado delegada coordinador coordinadora responsable candidato candidata",
    ),
    (
        ORGANIZATION,
        "sindicato asociación empresa compañía grupo partido universidad instituto hospital fundación federación comité club iglesia \
         banco centro red coalición alianza liga cámara plataforma colegio cooperativa confederación consultora defensa equipo \
         periódico diario patronal",
    ),
    (
        GOVERNMENT,
        "ayuntamiento ministerio gobierno consejo consejería tribunal corte senado congreso parlamento policía comisión agencia junta \
         fiscalía ejército secretaría diputación alcaldía gobernación audiencia juzgado municipio",
    ),
    (
        GROUP,
        "funcionarios expertos expertas vecinos vecinas críticos analistas economistas científicos investigadores médicos ingenieros \
         líderes diplomáticos autoridades padres madres estudiantes profesores trabajadores empleados comerciantes agricultores \
         testigos activistas especialistas abogados miembros historiadores transportistas juristas opositores manifestantes \
         legisladores diputados dirigentes residentes habitantes familiares pescadores ganaderos hosteleros docentes",
    ),
    (UNNAMED, "fuentes fuente"),
    (
        FUNCTION,
        "a al algunos algunas ante antes así aunque aún ayer bajo cada como con contra cual cuando cuatro de del desde después dos \
         donde durante el él ella ellas ellos en entonces entre era es esa esas ese eso esos esta estas este esto estos está están \
         fue fueron ha había hace hacia han hasta hay hoy la las le les lo los luego mañana más me mi mientras mis mucho muchos muy \
         nadie ni ninguna ningún no nos nosotros nuestra nuestro o otra otras otro otros para pero poco por porque pues que quien \
         quién qué se según ser será si sí sin sobre solo son su sus también tampoco tan tras tres tu tú un una unas uno unos usted \
         varias varios y ya yo todos todas todo toda cinco seis siete ocho nueve diez fuera dentro además foto",
    ),
    (
        BETWEEN,
        "ha han había habían no también ya nunca luego después se lo le les la ayer hoy que quien aún siempre el lunes martes \
         miércoles jueves viernes sábado domingo este llevan años",
    ),
    (PRONOUN, "él ella"),
    (PLURAL, "ellos ellas algunos otros"),
    (MODIFIER, "altos varios varias algunos algunas otros otras dos tres antiguos ex"),
    (QUANTIFIER, "dos tres cuatro cinco seis varios varias algunos algunas otros otras muchos muchas"),
    (
        RULE,
        "ley leyes ilegal legalmente ilegales obliga obligan prohíbe prohíben prohibido permite permiten exige norma \
         normas reglamento constitución constitucional decreto debe deben",
    ),
    (DUTY, "debe deben obliga prohíbe prohíben"),
    (
        CAUSE,
        "causa causan causó provoca provocan provocó debido relaciona relacionan consecuencia porque genera generan",
    ),
    (FUTURE, "va"),
    (
        UNIT,
        "ciento millones millón mil euros dólares pesos kilómetros metros toneladas horas días semanas meses años personas empleos \
         viviendas mitad tercio cuarto doble puntos grados niños decibelios trabajadores",
    ),
    (
        DATE,
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves \
         viernes sábado domingo",
    ),
    (LINK, "de del la las los el y e &"),
    (DEFINITE, "el la los las este esta"),
    (INDEFINITE, "un una"),
    (POSSESSIVE, "su sus"),
    (DOCUMENT, "informe estudio comunicado encuesta documento análisis auditoría"),
];

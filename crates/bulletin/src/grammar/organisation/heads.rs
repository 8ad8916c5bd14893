//! Heads: the words that make an organisation of the name before them, or after.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::model::OrganisationKind::{self, Commissioner, National, Other, Trust};

/// What a head makes of the words before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: OrganisationKind,
    /// A strong head ends a name wherever it stands; a weak one only where the name does not go on.
    pub(super) strong: bool,
    /// "CCGs": the head of several names.
    pub(super) plural: bool,
}

type Group = (OrganisationKind, bool, bool, &'static str);

/// Heads after a name: kind, strong, plural, and the words with "|" between.
const GROUPS: [Group; 14] = [
    (Trust, true, false, "trust|ft|foundation trust|nhs foundation trust|nhs trust|nhs ft|care trust|healthcare trust"),
    (Trust, true, true, "trusts|fts|foundation trusts|nhs trusts"),
    (
        Commissioner,
        true,
        false,
        "ccg|icb|ics|icp|stp|pct|pcg|sustainability and transformation partnership|\
         sustainability and transformation plan|clinical commissioning group|integrated care board|\
         integrated care system|integrated care partnership|primary care trust|local health board|\
         commissioning partnership|pct cluster|cluster|csu|commissioning support unit",
    ),
    (
        Commissioner,
        true,
        true,
        "ccgs|icbs|icss|stps|pcts|clinical commissioning groups|primary care trusts|integrated care boards|\
         integrated care systems",
    ),
    (
        Other,
        true,
        false,
        "council|county council|city council|borough council|district council|metropolitan borough council|\
         london borough council|parish council|combined authority",
    ),
    (
        Commissioner,
        false,
        false,
        "health board|university health board|teaching health board|health and care partnership|\
         health and social care partnership|care partnership",
    ),
    (Other, true, true, "councils|county councils|universities"),
    (National, true, false, "strategic health authority|sha|special health authority"),
    (
        Other,
        false,
        false,
        "university|college|institute|association|federation|gp federation|gp alliance|gp collaborative|confederation|society|union|alliance|network|\
         foundation|committee|select committee|accounts committee|public accounts committee|health committee|\
         hospice|charity|tribunal|consortium|academy|league|forum|coalition|provider collaborative|collaborative|place partnership|cooperative|co-operative",
    ),
    (
        Other,
        false,
        false,
        "ltd|limited|plc|llp|inc|partners|systems|software|laboratories|labs|pharma|pharmaceuticals|diagnostics|\
         technologies|technology|solutions|consulting|consultants|associates|holdings|healthcare|locums|group|data|\
         analytics|therapeutics|insurance|logistics|catering|recruitment|staffing|shared services|facilities|\
         estates|informatics|biosciences|biotech|medical|medical services|healthcare services|\
         environmental services|care services|community services|social enterprise|cic|facilities management|clinic|\
         clinics|partnerships|imaging|surgery|medical centre|actuaries|foods|accountants|solicitors|architects|\
         scanning|pathology|homecare|care homes|ambulances|construction|developments|capital partners|water|\
         biologics|advisory|surgical|energy|ventures|infrastructure|properties|engineering|genomics|robotics|\
         devices|life sciences|opticians|pharmacies|linen|laundry|laundries|cleaning services|security|parking|\
         telecom|telecoms|interactive|housing|homes|housing association|building society|bank|textiles|motors|\
         coaches|taxis|couriers|instruments|electronics|contractors|builders|surveyors|dental|vaccines|supplies|\
         freight|leasing|economics|vending|interiors|modular|trading|intelligence|networks|enterprises|industries|\
         community partnership|constabulary|community interest company|corporation|corp|company|gmbh|communications|\
         investments|pharmacy|fire and rescue service|fire service|police",
    ),
    (Other, false, false, "health|care|air ambulance"),
    (
        Trust,
        false,
        false,
        "university hospitals|teaching hospitals|acute hospitals|hospitals|ambulance|ambulance service|\
         community healthcare|mental health partnership",
    ),
    (National, false, false, "authority|commission|agency|ombudsman|inspectorate|executive agency"),
    (Other, false, true, "charities|unions|colleges"),
];

/// Every head after a name.
pub(super) static HEADS: LazyLock<Lexicon<Head>> = LazyLock::new(|| {
    let rows = GROUPS.iter().flat_map(|&(kind, strong, plural, words)| {
        words.split('|').map(move |word| (word.trim(), Head { kind, strong, plural }))
    });
    Lexicon::new(&rows.collect::<Vec<_>>())
});

/// Heads before a name: "University of …", "Institute for …".
pub(super) static LEADING: LazyLock<Lexicon<OrganisationKind>> = LazyLock::new(|| {
    Lexicon::new(&[
        ("university of", Other),
        ("university hospitals of", Trust),
        ("healthwatch", Other),
        ("london borough of", Other),
        ("institute for", Other),
        ("institute of", Other),
        ("royal college of", Other),
        ("college of", Other),
        ("association of", Other),
        ("association for", Other),
        ("fellowship of", Other),
        ("faculty of", Other),
        ("federation of", Other),
        ("confederation of", Other),
        ("union of", Other),
        ("friends of", Other),
        ("alliance of", Other),
        ("alliance for", Other),
        ("council for", Other),
        ("council of", Other),
        ("network of", Other),
        ("foundation for", Other),
        ("academy of", Other),
        ("institution of", Other),
        ("commission on", National),
        ("commission for", National),
        ("authority for", National),
        ("agency for", National),
        ("society of", Other),
        ("society for", Other),
        ("centre for", Other),
        ("campaign for", Other),
        ("department of", National),
        ("department for", National),
        ("ministry of", National),
        ("office of", National),
        ("office for", National),
    ])
});

/// Words that begin a sentence or a phrase and are no part of a name.
pub(super) static NO_NAME: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "the|a|an|in|at|on|of|for|from|by|with|to|and|but|or|if|as|so|yet|nor|when|while|where|why|how|who|what|\
        which|whether|after|before|since|until|under|over|meanwhile|however|last|next|this|that|these|those|now|today|\
        yesterday|former|chair|director|chief|acting|interim|exclusive|revealed|mapped|both|all|most|many|\
        first|second|third|each|every|other|several|another|neighbouring|nearby|\
        mps|peers|gp|gps|it|its|he|she|they|his|her|their|our|we|you|i|mr|mrs|ms|dr|sir|dame|lord|lady|baroness|professor|prof|minister|\
        health secretary|secretary|hsj|hsj’s|hsj's|january|\
        february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|\
        thursday|friday|saturday|sunday|earlier|also|only|even|just|not|no|nobody|somebody|everyone|although|though|\
        because|despite|like|unlike|instead|according|lastly|finally|\
        there|here|then|than|us|uk|english|scottish|welsh|\
        between|during|through|against|without|within|about|around|plus|via|per|elsewhere|separately|press";
    Lexicon::new(&words.split('|').map(|word| (word.trim(), ())).collect::<Vec<_>>())
});

/// Words that are no part of a name where they begin a sentence, and so have their capital from that.
pub(super) static NO_NAME_FIRST: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "one|two|three|four|five|six|seven|eight|nine|ten|some|acute|local|new|old|rivals|patients|\
        staff|leaders|managers|board|struggling|troubled|leading|top|merged|shadow|finance|structure|workforce|performance|commercial|\
        news|comment|leader|papers|accounts|documents|minutes|figures|plans|governors|directors|executives|bosses|auditors|lenders|bankers|investors|suppliers|contractors|\
        dissolving|merging|closing|running|rebuilding|replacing|moving|taking|funding|paying|leaving|helping|giving|selling|\
        splitting|breaking|joining|buying|hiring|failing|visiting|using|including|following|\
        review|reviews|inquiry|investigation|probe|merger|takeover|closure|sale|analysis|survey";
    Lexicon::new(&words.split('|').map(|word| (word.trim(), ())).collect::<Vec<_>>())
});

/// Words that make no name with "Health" or "Care", which many phrases and titles end in.
pub(super) static COMMON: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "sexual global occupational digital maternal maternity dental oral population residential domiciliary nursing intensive \
         critical urgent emergency palliative continuing secondary tertiary elective home managed personal shared adult child \
         world human animal rural male female men’s good quality unscheduled planned end reproductive physical prison aged \
         elderly universal dementia cancer stroke new future long term older complex respite children young neonatal perinatal \
         skills skilled safe delivering improving transforming modern smart",
    )
});

/// Words by which a name tells that it is no firm's.
pub(super) static BODIES: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::words(
        "council authority university college committee association union hospice institute foundation federation society \
         charity royal fund trust confederation alliance exchange reform demos healthwatch party employers unison unite gmb \
         bma rcn rcm ifs ippr",
    )
});

/// Words that are common to many names: a name needs one besides these.
pub(super) static GENERIC: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let words = "nhs|gp|gps|pct|pcts|foundation|trust|hospital|hospitals|university|teaching|health|healthcare|care|mental|community|\
        ambulance|partnership|service|services|acute|specialist|children’s|children's|women’s|women's|royal|general|\
        and|of|social|primary|clinical|commissioning|integrated|group|district|city|county|learning|disability|\
        one|two|three|four|five|six|seven|eight|nine|ten|disabilities|provider|providers|public|private|national|regional|study|better|strategic|special";
    Lexicon::new(&words.split('|').map(|word| (word.trim(), ())).collect::<Vec<_>>())
});

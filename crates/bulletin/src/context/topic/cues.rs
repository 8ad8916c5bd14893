//! The words that tell a topic, each with how strongly it does.

use Kind::{Noun, Verb};

use crate::model::Topic;

/// What a word tells.
#[derive(Debug, Clone, Copy)]
pub(in crate::context) struct TopicCue {
    pub(super) topic: Topic,
    /// How strongly it does: a common word 20, one that says it by itself 80 to 100, more where it corrects another.
    pub(super) strength: i64,
    /// Whether it says what is done with the money, rather than what the money is.
    pub(super) is_verb: bool,
}

impl TopicCue {
    /// Whether it says so little that it speaks for its own sentence alone.
    pub(super) fn is_weak_verb(self) -> bool {
        self.is_verb && self.strength <= WEAK
    }
}

/// Words of this strength or less have many uses.
pub(super) const WEAK: i64 = 58;

/// That of verbs which say nothing unless "for" stands before the figure.
pub(super) const ASKS: i64 = 10;

/// That of verbs which say nothing unless "from" stands after the figure.
pub(super) const MAKES: i64 = 9;

/// That of nouns which say something only right after a figure: "a £300m hospital".
pub(super) const BESIDE: i64 = 71;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Noun,
    Verb,
}

/// A group of words: the topic, their kind, how strong each is, and the words with "|" between.
pub(super) type Group = (Topic, Kind, i64, &'static str);

pub(super) static GROUPS: &[Group] = &[
    (
        Topic::Deficit,
        Noun,
        95,
        "deficit|deficits|overspend|overspends|overspending|black hole|financial hole|funding gap|financial gap|\
         in the red|shortfall|shortfalls|funding shortfall|in deficit|budget deficit|underlying deficit|\
         adverse variance|funding shortfalls|budget shortfall|budget gap|cash shortfall|budget black hole|\
         red ink|gap of|gaps of|hole of|gap in its finances|hole in its finances|hole in its budget",
    ),
    (
        Topic::Deficit,
        Noun,
        50,
        "closed the books|closed its books|discrepancy|discrepancies|over budget|over its budget|gap|hole|loss|\
         losses|control total|control totals|year end position|\
         financial position|outturn|cost pressures|financial pressures|financial challenge|year end figure|\
         operating loss|pre tax loss|loss making|unmitigated risk|system risk|net risk|financial risk|over plan|\
         over its plan|cost pressure|\
         financial pressure|variance|lossmaking|financial problems|deterioration",
    ),
    (
        Topic::Deficit,
        Verb,
        86,
        "overspent its budget|overspent their budget|overspent its budgets|out of pocket|exceeded its budget|\
         deteriorated|worsened|worse than its plan|worse than forecast|worse than expected|worse than budgeted|\
         worse than plan|worse than planned|overspent|overspent by|overshot",
    ),
    (
        Topic::Deficit,
        Verb,
        45,
        "off plan|off target|adrift|behind plan|behind target|short|short of|\
         worse off|ran up|racked up|running up",
    ),
    (
        Topic::Surplus,
        Noun,
        75,
        "inside its control total|better than its control total|ahead of its control total|inside its plan|surplus|\
         surpluses|underspend|underspent|underspends|in the black|in surplus|underspending|profit|profits|\
         operating profit|pre tax profit|profit before tax|ebitda|profit margin",
    ),
    (
        Topic::Surplus,
        Noun,
        40,
        "better than forecast|better than its plan|better than expected|under budget|improved|better than plan|\
         ahead of plan|better off|to spare|in hand|to the good|breakeven|margin|margins",
    ),
    (
        Topic::Funding,
        Noun,
        85,
        "stf|psf|frf|made available|to cover its deficit|to cover their deficits|to cover the deficit|\
         to plug its deficit|to cover the cost|to cover the costs|to meet the cost|to meet the costs|\
         deficit support|spending review|public health grant|health budget|revenue budget|\
         day to day spending budget|improvement fund|sustainability and transformation fund|elective recovery fund|\
         transformation money|sustainability money|primary care funding|development fund|funding|fund|funds|grant|\
         grants|investment|allocation|allocations|bursary|ringfenced|investments|endowment|donation|donations|\
         subsidy|subsidies|revenue funding|winter money|covid money|transformation fund|transformation funding|\
         sustainability funding|sustainability fund|provider sustainability fund|better care fund|spending limit|\
         spending limits|departmental spending|funding boost|cash injection|cash boost|winter funding|pump priming|\
         funding pot|contribution of|contributions of|brexit dividend|per cent reserve|risk pool|\
         spending review settlement|financial settlement|growth money|deficit support funding|budget|\
         budgets|ring fenced|ring fencing|ringfencing|cquin|commissioning for quality and innovation|\
         quality premium|market forces factor|mental health investment standard|sponsorship|spending round|\
         autumn statement|lottery|resource limit|resource limits|revenue resource limit|block grant|\
         funding settlement|elective recovery|bequest|endowments|subsidised|subsidise|subsidises|subsidising|\
         bursaries|scholarships|consequentials|more to spend|revenue limit|revenue limits|spending power|\
         sustainability cash|transformation cash",
    ),
    (
        Topic::Funding,
        Noun,
        58,
        "money|pot|injection|boost|package|cash|resources|envelope|programme|top up|uplift|initiative|pledge|\
         commitment|support|lifeline|tranche|bidding round|rescue|general reserve|contingency reserve|contingency|\
         risk reserve|windfall|contingency fund|financial assistance|top ups|injections|stimulus|backing",
    ),
    (
        Topic::Funding,
        Verb,
        73,
        "was given an extra|were given an extra|been given an extra|given an extra|given an additional|\
         given a further|given another|receive an extra|received an extra|get an extra|got an extra|\
         awarded an extra|handed an extra|invest|invested|investing|invests|allocated|allocate|allocates|allocating|\
         earmarked|pledged|pledges|set aside|sets aside|setting aside|put aside|ringfence|pump|pumped|plough|\
         ploughed|inject|injected|topsliced|distribute|distributed|financed|funded|funding of|donated|handed|\
         hand out|handed out|shared out|shared between|bid for|committed|raided|ring fence|ploughing|pumping|\
         chip in|chips in|chipped in|stump up|stumps up|stumped up|cough up|coughed up|bankroll|bankrolled|\
         bankrolling|injecting|earmark|earmarking|reinvest|reinvested|reinvesting|reinvests|donate|donating|channel|\
         channels|channelled|channelling|dangle|dangles|dangled|dangling|\
         funnel|funnels|funnelled|funnelling|steer|steered|dole out|doles out|doled out|doling out|turned up|\
         tops up|allot|allots|allotted|live on|lives on|living on",
    ),
    (
        Topic::Funding,
        Verb,
        45,
        "forfeit|forfeits|forfeited|miss out on|missed out on|missing out on|misses out on|lose out on|lost out on|\
         topped up|demands|demanding|diverted|share of|access to|bid for a share|announced|announce|confirms|\
         unveiled|requested|requests|extra|\
         additional|new money|put up|put in|puts in|putting in|put into|transferred|demanded|hold back|held back|\
         withheld|withhold|withholds|withholding|appeals for|\
         appeal for|appealed for|appealing for|pool|pooled|pooling|pooled budget",
    ),
    (
        Topic::Capital,
        Noun,
        85,
        "investment programme|building programme|estates programme|enabling works|children’s hospital|\
         children's hospital|replacement hospital|hospital building|new theatre|new theatres|new wards|capital|\
         rebuild|rebuilding|redevelopment|redevelopments|refurbishment|refurbishments|refurbish|new hospital|\
         new hospitals|new build|construction|capital spending|capital funding|capital programme|capital bid|\
         capital budget|capital scheme|capital schemes|capital project|capital projects|capital investment|\
         capital works|capital plan|capital allocation|capital departmental expenditure limit|pfi|pfi scheme|\
         pfi deal|private finance initiative|private finance|estates plan|building|building work|building works|\
         new building|new wing|new unit|infrastructure|relocation|modernisation|capital expenditure|\
         capital departmental expenditure|spending on buildings|spent on buildings|spending on equipment|\
         buildings and kit|digitisation|community hospital|health centre|health centres|polyclinic|\
         polyclinics|data centre|patient administration system|computer system|sterile services",
    ),
    (
        Topic::Capital,
        Noun,
        57,
        "raac|revamp|revamps|makeover|facelift|fire safety|elective hub|hub|surgical hub|elective centre|flagship|\
         pharmacy robot|linear accelerator|\
         boiler|boilers|cladding|emergency department|emergency departments|accident and emergency department|\
         urgent care centre|diagnostic centre|community diagnostic centre|maternity unit|cancer centre|\
         treatment centre|premises|campus|tower block|energy centre|scheme|schemes|extension|ward|wards|theatre|\
         theatres|scanner|scanners|roof|estate|estates|equipment|site|sale of land|unit|wing|block|car park|\
         health park|headquarters|facility|facilities|outline business case|full business case|business case|\
         electronic patient record|epr|it system|beds|fleet|vehicles|helipad|modular|laboratory|laboratories|\
         software|digital programme|birth centre|walk in centre|strategic outline case|land",
    ),
    (Topic::Capital, Verb, 45, "build|built|rebuilt|replace|replaced|redevelop|redeveloped|upgrade|upgraded"),
    (
        Topic::Loan,
        Noun,
        70,
        "in deficit funding|in deficit support|working capital loan|working capital loans|capital loan|\
         capital loans|bridging loan|working capital|loan|loans|bailout|bailouts|bail out|revenue support|\
         interim support|borrowing|borrowings|interim revenue support|cash support|working capital facility|\
         revolving credit|overdraft|overdrafts|credit facility|loan facility|distress funding|emergency funding|\
         public dividend capital|pdc|emergency cash|brokerage|cash advance|cash advances|rescue package|\
         bridging finance|deficit funding|liquidity support|credit line|financing facility|from the facility|\
         from its facility|bond|bonds",
    ),
    (Topic::Loan, Noun, 82, "interest rate|rate of interest"),
    (Topic::Loan, Noun, 50, "in advance"),
    (Topic::Saving, Noun, 64, "benefits of|benefits will|benefits worth"),
    (
        Topic::Loan,
        Verb,
        75,
        "lending|lends|lend|lent|borrow|borrowed|draw down|drew down|drawn down|bailed out|advanced|loaned|\
         loaning",
    ),
    (
        Topic::Contract,
        Noun,
        85,
        "outsourcing deal|service worth|services worth|contract worth|framework contract|contract|contracts|tender|\
         tenders|procurement|\
         procurements|framework|framework agreement",
    ),
    (
        Topic::Contract,
        Noun,
        50,
        "outsourcing|bid|bidder|bidders|preferred bidder|agreement|deal|deals|over performance|overperformance|\
         joint venture|managed service|concession|call off",
    ),
    (Topic::Contract, Verb, 45, "signed|outsourced|retendered"),
    (
        Topic::Redundancy,
        Noun,
        100,
        "in pay offs|in payoffs|lost their jobs|lose their jobs|losing their jobs|lost his job|lost her job|\
         laid off|early retirement|in lieu of notice|lieu of notice|job losses|\
         headcount reduction|redundancy|redundancies|severance|exit package|exit packages|exit deal|exit deals|\
         exit payment|exit payments|payoff|payoffs|golden goodbye|golden goodbyes|compulsory redundancy|\
         redundancy payment|redundancy payments|redundant|redundancy costs|redundancy bill|\
         mutually agreed resignation|voluntary redundancy|voluntary severance|severance payment|severance payments|\
         exit costs|termination payment|termination payments|made redundant|departing managers|departing|\
         golden handshake|golden handshakes|exit scheme|lay off|laying off|job cuts|leaving package|pay in lieu|\
         compromise agreement|compromise agreements|settlement agreement|settlement agreements|voluntary exit|\
         mars scheme|voluntary scheme|walked off with|walked away with|walks off with|walks away with|\
         walk away with|letting people go|letting staff go|notice periods|notice period|notice pay",
    ),
    (
        Topic::Pay,
        Noun,
        85,
        "agenda for change|golden hello|golden hellos|joining bonus|welcome bonus|income before tax|\
         pay for the chief|pay for its chief|pay for directors|pay for staff|pay for senior|pay for nurses|\
         pay for doctors|average pay|starting pay|basic pay|pay staff|pay nurses|pay doctors|paying staff|\
         highest earner|highest paid|best paid|best rewarded|overpaid staff|overpaid its staff|overpaying|\
         overpayment|overpayments|back pay|\
         backpay|year job|year post|year role|equal pay|unsocial hours|enhancements|golden hello|golden hellos|\
         overtime payments|earners|paid its chief executive|paid her|paid him|paid their chief executive|\
         paid directors|paid its directors|paid staff|salary|salaries|wage|wages|pay bill|paybill|take home pay|\
         remuneration|bonus|bonuses|pay rise|pay rises|pay award|pay awards|pension|pensions|pay deal|pension pot|\
         pension contributions|overtime|day rate|executive pay|pay package|staff costs|pay offer|retention payment|\
         retention payments|pay increase|pay increases|basic pay|wage bill|workforce costs|staffing costs|\
         clinical excellence awards|pay went up|pay rose|pay fell|pay increased|pay has risen|pay has fallen|\
         mileage|mileage rate|mileage rates|salary band|starting salary|pay her|pay him|pay them each|advertised at|\
         retention premium|retention premiums|recruitment premium|recruitment premiums|market supplement|stipend|\
         pay packet|pay packets|benefits in kind|company car|pay uplift|merit awards|pension tax|increments|\
         very senior managers",
    ),
    (
        Topic::Pay,
        Noun,
        36,
        "chief executive’s|chief executive's|regrade|regraded|rebanding|earner|pay|earnings|consultant|consultants|\
         allowance|allowances|incentive|incentives|band|pay band|pay bands",
    ),
    (
        Topic::Pay,
        Verb,
        52,
        "is on|be paid|getting paid|gets paid|seven figure salary|annual package|earn|earns|earned|earning|\
         take home|takes home|took home|taking home|paid herself|paid himself|brought in at|was paid|were paid|\
         is paid|are paid|being paid",
    ),
    (
        Topic::Agency,
        Noun,
        100,
        "agency|agencies|locum|locums|agency staff|agency spend|agency spending|temporary staff|temporary staffing|\
         agency bill|bank and agency|agency nurses|agency costs|locum costs|temporary workers|off framework|\
         agency workers|agency nursing|agency doctors|locum doctors|interim managers|interims|agency and locum|\
         temps|stand in staff|stand in nurses|stand in doctors|bank staff|bank nurses|stand ins|contingent labour|\
         off payroll|personal service company|personal service companies|interim staff|\
         flexible staffing|agency cover|locum cover",
    ),
    (
        Topic::Fine,
        Noun,
        92,
        "fine|fines|fined|penalty|penalties|penalised|sanction|sanctions|financial penalty|financial penalties|\
         prosecution|contract penalties|victim surcharge",
    ),
    (
        Topic::Fine,
        Verb,
        82,
        "ordered it to pay|ordered them to pay|ordered the trust to pay|told it to pay|ordered the company to pay",
    ),
    (Topic::Fine, Verb, 75, "docked|dock|docks|ordered to pay|stung for"),
    (
        Topic::Fine,
        Noun,
        65,
        "magistrates|crown court|deductions|deduction|pleaded guilty|sentenced|convicted|pleading guilty|prosecuted|\
         court",
    ),
    (
        Topic::Compensation,
        Noun,
        75,
        "claims against|claim against|for the victims|for victims|to victims|to the victims|injury to feelings|\
         loss of earnings|distress|pain and suffering|ombudsman|victims|widow|widows|asbestos|\
         claimants|claimant|bereaved|lifelong care|lifetime care|payouts|wrongful dismissal|sacked|\
         left brain damaged|brain damaged|brain damage|starved of oxygen|unfair dismissal|unfairly dismissed|\
         discrimination|whistleblower|\
         birth injury|cerebral palsy|maternity negligence|legal settlement|out of court settlements|\
         medical negligence|compensation|damages|settlement|settlements|settled|lawsuit|negligence claim|\
         negligence claims|clinical negligence|negligence|insurance|insurers|reimbursement|compensate|tribunal|\
         employment tribunal|legal claim|legal claims|out of court|out of court settlement|maternity claims|insurer|\
         pay outs|redress|ex gratia|ex gratia payment|personal injury|constructive dismissal|sexual harassment|\
         brain injury|birth injuries|misdiagnosis|botched|negligent|negligently",
    ),
    (
        Topic::Compensation,
        Noun,
        52,
        "to a patient|to the patient|to the family|his family|her family|their family|relatives|bereaved families|\
         counterclaim|put right|\
         dispute|high court|judge|payout|claim|claims|legal action|litigation",
    ),
    (Topic::Compensation, Verb, 75, "compensated|settle|suing|sued|sue|were awarded|was awarded|been awarded"),
    (
        Topic::Saving,
        Noun,
        85,
        "saving|savings|efficiency|efficiencies|cost improvement|cost improvements|cost improvement plan|\
         cost improvement plans|cost improvement programme|cost improvement programmes|cips|cip|qipp|\
         efficiency savings|savings target|savings plan|savings programme|efficiency target|efficiency plan|\
         synergies|synergy|cost cutting|disinvestment|cost reductions|cost reduction|savings plans|\
         recurrent savings|recurring savings|cost savings|unidentified savings|cost saving|cost savings programme|\
         cost saving programme|cost saving plan|efficiency programme|efficiency requirement|economies|\
         economies of scale|recovery plan|financial recovery plan|turnaround plan|productivity gains|cash releasing|\
         savings opportunity|savings opportunities|out of its budgets|out of its budget|out of budgets|\
         out of their budgets|out of spending|efficiencies of|reduce expenditure|rationalise|from its costs|\
         from its cost base|from its running costs|from the cost base|from its pay bill",
    ),
    (
        Topic::Saving,
        Verb,
        75,
        "reduce its costs|reduce spending|cut spending|cut its costs|reduce its deficit|slash spending|strip|\
         identify|save|saved|saves|free up|frees up|freed up|would release|could release|reduce costs|shave|shaved|\
         cut costs|take out|taken out|\
         strip out|slash|slashes|slashed|slashing|trim|trims|trimmed|trimming|lop|lops|lopped|lopping|knock|\
         knocks|knocked|knocking|shaves|shaving|chop|chopped|prune|pruned",
    ),
    (
        Topic::Saving,
        Noun,
        50,
        "out of services|out of the pay bill|out of its costs|out of costs|out of its cost base|cuts|cutting|\
         productivity|vat benefit|vat saving|cash releasing benefits|wastage|recovery programme|turnaround programme",
    ),
    (
        Topic::Cost,
        Noun,
        88,
        "dividend on public dividend capital|pdc dividend|pdc dividends|stake in|remaining share|shareholding|\
         servicing its|servicing the|paid interest|interest of|in interest|interest on|annual payment|\
         annual payments|annual charge|\
         unitary charge|unitary charges|unitary payment|unitary payments|pfi payments|lease payments|lease payment|\
         lease|leases|\
         pfi partner|pfi contractor|clinical negligence scheme|insurance premium|insurance premiums|premiums|\
         insurance contribution|tax charge|tax charges|vat bill|tax bill|tax bills|ransom|legal fees|redecoration|\
         relocation costs|cost|costs|bill|backlog|backlog maintenance|maintenance backlog|expenditure|price tag|\
         spend|spending|invoice|invoices|running costs|drugs bill|interest payment|legal costs|legal bill|\
         legal bills|running cost|outlay|expenses|expense|overheads|consultancy|management consultants|\
         management consultancy|repair|repairs|repair bill|drugs spending|prescribing costs|maintenance|\
         interest payments|interest bill|interest charges|business rates|national insurance bill|depreciation|\
         continuing healthcare|out of area placements|cnst|cnst premium|apprenticeship levy|advertising|\
         legal advice|hospitality|consultancies|consultancy fees|adviser fees|pfi repayments|pfi repayment|\
         pfi charges|pfi costs|pfi bill|pfi payment|pfi bills",
    ),
    (
        Topic::Cost,
        Noun,
        36,
        "lawyers|lawyer|refunded|bills|contributions|contribution|interest|overrun|write off|written off|impact|\
         upkeep|project|centre|academy|impairment|write down|restructuring|double running|estimate",
    ),
    (
        Topic::Cost,
        Verb,
        78,
        "costing|costed|pay for|paid for|paying for|shell out|shells out|shelled out|fork out|forks out|forked out|\
         splash out|splashes out|splashed out|set it back|sets it back|set them back|set the trust back|\
         set the nhs back|\
         set the hospital back|set the service back|set taxpayers back|swallow|swallows|swallowed|swallowing|eat up|\
         eats up|ate up|\
         eaten up|devours|devoured|guzzles|soaks up|soaked up|burned through|burnt through|burning through|hired|\
         bought in|wasted|pays|comes for|invoiced|billed",
    ),
    (
        Topic::Cost,
        Verb,
        46,
        "require|requiring|picked up|cost of living|went on|came to|covered|cover|add|added|face|faces|faced|absorb|\
         incurred|incur|need|needs|needed|take|takes|required|requires|buy|buys|bought|acquired|purchased|\
         used|uses|blew|waste|wastes|wasting",
    ),
    (Topic::Cost, Verb, 36, "must pay|laid out|lays out|spent|spends|paid|paying|paying out|pays out|paid out|pay out"),
    (
        Topic::Debt,
        Noun,
        85,
        "debtors|owed by|money owed|debt|debts|liabilities|liability|arrears|unpaid|creditors|outstanding balance|\
         balance sheet|unpaid invoices|unpaid bills|historic debt|historic debts|historical debt|bad debt|overdue|\
         debt burden|pfi debt",
    ),
    (Topic::Debt, Verb, 84, "owe|owes|owed|owing|owing to|in debt"),
    (Topic::Debt, Noun, 40, "rent arrears|owing rent|clawback|writes off"),
    (
        Topic::Price,
        Noun,
        82,
        "surcharge|surcharges|lists at|list prices|visitors pay|patients pay|drivers pay|customers pay|\
         termination fee|service charges|per kilowatt hour|\
         parking charges|car parking|price|prices|priced|tariff|tariffs|charge|charges|charged|charging|fee|fees|\
         list price|toll|tolls|rate of|rates of|per prescription|prescription charge|prescription charges|\
         hourly rate|service charge|tuition fees|levy|subscription|subscriptions",
    ),
    (Topic::Price, Noun, 90, "price list|price lists|going rate"),
    (Topic::Price, Noun, 60, "share price|shares"),
    (Topic::Price, Verb, 75, "priced at|sells for|sold for|listed at|fetched"),
    (
        Topic::Price,
        Noun,
        43,
        "valued at|quoted|rate|rent|rents|launched|sell|selling|cheaper|per dose|a dose|quality adjusted life year|\
         qaly|ticket",
    ),
    (
        Topic::Threshold,
        Noun,
        72,
        "any payment over|payments over|payments above|any payment above|any contract over|anything over|\
         anything above|deals over|deals above|contracts above|appointments above|upper limit|spending cap|pay cap|\
         hourly cap|threshold|thresholds|limit|limits|cap|caps|capped|ceiling|delegated limit|price cap|price caps|\
         agency cap|spend over|spend more than|spending over|spending more than|costing over|costing more than|\
         spending above|over which|delegated limits|spending controls|above which|below which|lifetime allowance|\
         annual allowance|contracts over|contracts worth more than|deals worth more than|price ceiling|\
         spending limit of|means test",
    ),
    (
        Topic::Threshold,
        Verb,
        75,
        "limited to|capped at|restricted to|exceeding|worth more than|\
         worth over",
    ),
    (Topic::Threshold, Noun, 105, "savings limit|cap on|caps on|limit on|limits on|ceiling on"),
    (Topic::Threshold, Verb, 20, "exceed|exceeds|exceeded"),
    (Topic::Threshold, Noun, 50, "approved by|approval|approve|sign off|signed off"),
    (
        Topic::Income,
        Noun,
        74,
        "income from|income from fees|income from charges|fee income|commercial revenue|car parking income|\
         parking income|income|turnover|revenue|revenues|receipts|annual turnover|takings|proceeds|sales|\
         private patient income|land sales|land sale|fundraising|turning over|turn over|\
         turns over|turned over|one off gains|annual income|annual revenue|operating income|commercial income|\
         land receipts|capital receipts|precept|private patient|private patients|income stream|royalties|\
         overseas patients|foreign patients|legacies|sales of|\
         turnovers|export|exports|overseas visitors",
    ),
    (
        Topic::Income,
        Verb,
        73,
        "earned the trust|earns the trust|earned it|earns it|earned the nhs|bring in|brings in|bringing in|\
         from selling|by selling|selling part|selling off|sell land|sells land|\
         sold land|selling land|sell surplus land|selling surplus land|sell its land|sell its site|sell off land|\
         collected|recouped|recoup|raked in|rakes in|yield|yields|yielded|earned from|raised|raises|raise|generate|\
         generated|generates|\
         generating|brought in|bringing in|sold|made from|turnover of",
    ),
    (
        Topic::Income,
        Noun,
        56,
        "refund|refunds|rebate|rebates|vat refund|sale|disposal|disposals|market|in commission|commissions|\
         commercial|flotation|licensing|fundraiser|fundraisers|fundraise",
    ),
    (
        Topic::Other,
        Noun,
        80,
        "cash left|was valued at|valuation of|valuation|fraud|frauds|fraudster|cash balance|cash balances|\
         cash reserves|in the bank|at the bank|cash position|reserves|assets|stock market|market value|\
         market capitalisation|defrauded|defrauding|defraud|stole|stolen|stealing|embezzled|embezzling|bribes|\
         siphoned|fraudulently|gross domestic product|gdp|cash pile|bank balance",
    ),
    (
        Topic::Funding,
        Verb,
        26,
        "wants|wanted|seeking|seeks|sought|contribute|contributes|contributed|contributing|get|gets|got|getting|\
         receive|\
         receives|received|receiving|share|offered|offers|awarded|award|provide|provides|provided|providing|give|\
         gives|gave|giving|given|was given|were given|promised|promise|promises|hand|hands|secured|secure|released|\
         release",
    ),
    (
        Topic::Funding,
        Verb,
        ASKS,
        "ask|asks|asked|asking|apply|applies|applied|applying|bidding|called|calls|calling|pressing|lobbying|\
         lobbied|pleaded|begged",
    ),
    (Topic::Funding, Verb, 25, "find|found"),
    (Topic::Funding, Verb, ASKS, "put|puts|putting"),
    (
        Topic::Income,
        Noun,
        110,
        "pfi refund|pfi rebate|tax refund|tax rebate|business rates rebate|business rates refund",
    ),
    (Topic::Deficit, Noun, 80, "poorer"),
    (Topic::Compensation, Noun, 92, "paid in claims|claims against|in negligence claims|claims of malpractice"),
    (Topic::Funding, Verb, 47, "be used|being used"),
    (Topic::Pay, Noun, 70, "for pay|on pay|towards pay"),
    (Topic::Debt, Noun, 72, "back from"),
    (
        Topic::Debt,
        Noun,
        96,
        "behind with its rent|behind with the rent|behind on its rent|behind with its bills|behind with payments",
    ),
    (Topic::Debt, Verb, 24, "waiting for|wait for|waits for|waited for|chasing|chases|chased"),
    (Topic::Compensation, Verb, 46, "accepted|accept"),
    (Topic::Compensation, Noun, 62, "his estate|her estate|their estate"),
    (
        Topic::Pay,
        Noun,
        90,
        "part of his pay|part of her pay|whose pay|executive’s pay|executive's pay|executives’ pay|director’s pay|\
         director's pay|pay is frozen",
    ),
    (Topic::Cost, Noun, 50, "payments of|payment of|for drugs|on drugs|for medicines|on medicines"),
    (Topic::Pay, Noun, 85, "post is worth|job is worth|role is worth|post pays|job pays|role pays|post carries"),
    (
        Topic::Agency,
        Noun,
        85,
        "contract staff|contract and agency staff|agency and contract staff|short term contract staff|booked shifts|\
         shifts worth|shifts costing",
    ),
    (
        Topic::Saving,
        Verb,
        84,
        "save an extra|saving an extra|save an additional|save a further|cut an extra|cutting an extra",
    ),
    (Topic::Loan, Noun, 84, "central support|central financial support|financial support|support package|cash support"),
    (Topic::Contract, Noun, 84, "fixed fee|fixed fee of|fixed price of"),
    (Topic::Capital, Noun, 80, "wave one|wave two|wave three|wave four"),
    (Topic::Cost, Noun, 130, "in costs|in court costs|in legal costs|towards costs|towards its costs"),
    (Topic::Funding, Verb, 66, "propped up|prop up|propping up"),
    (Topic::Income, Noun, 58, "dividend|dividends"),
    (Topic::Income, Verb, 64, "failed to claim|fail to claim|failing to claim|unclaimed|claim back|claimed back"),
    (Topic::Funding, Noun, 86, "gift|gifts"),
    (Topic::Funding, Verb, 62, "stand to gain|stands to gain|stood to gain|gains|gained|to gain"),
    (
        Topic::Saving,
        Verb,
        64,
        "asked to find|told to find|needs to find|need to find|still to find|yet to find|must still find",
    ),
    (Topic::Income, Verb, 21, "took"),
    (Topic::Deficit, Verb, 84, "lost it|loses it|lost them|loses them"),
    (Topic::Deficit, Verb, 62, "lost|loses"),
    (Topic::Deficit, Verb, 44, "lose|losing|miss|missed"),
    (
        Topic::Debt,
        Verb,
        45,
        "handed back|hands back|handing back|recover|recovered|claw back|clawed back|claws back|repay|repaid|\
         repaying|repayment|repayments|pay back|\
         paid back|hand back|repayable",
    ),
    (Topic::Contract, Verb, 36, "won|win|wins"),
    (Topic::Contract, Noun, 30, "worth of"),
    (Topic::Pay, Noun, 52, "one off payment"),
    (Topic::Redundancy, Noun, 84, "loss of office|to people who left|to staff who left|to those who left|leavers"),
    (Topic::Compensation, Noun, 52, "lump sum"),
    (Topic::Cost, Verb, 46, "handed over|hand over"),
    (Topic::Cost, Verb, 52, "have been paid|has been paid|have been paid out|has been paid out|been paid out"),
    (Topic::Redundancy, Noun, 50, "pay off|pay offs"),
    (Topic::Saving, Verb, 12, "cut"),
    (
        Topic::Deficit,
        Noun,
        56,
        "year end forecast|full year forecast|forecast outturn|whose forecast|its forecast|slipped by|slipped|\
         slippage|\
         has slipped",
    ),
    (Topic::Capital, Noun, 66, "outline approval|planning permission|planning approval"),
    (Topic::Contract, Noun, BESIDE, "order|orders"),
    (Topic::Deficit, Noun, BESIDE, "worse"),
    (Topic::Pay, Noun, BESIDE, "rise|rises|raise"),
    (
        Topic::Other,
        Verb,
        78,
        "values the company|values the firm|values the business|values the group|valuing the company|valuing it",
    ),
    (Topic::Cost, Noun, BESIDE, "purchase"),
    (Topic::Funding, Noun, BESIDE, "to spend"),
    (Topic::Funding, Noun, 66, "from the treasury|from the government"),
    (Topic::Loan, Verb, MAKES, "drew|draw|draws|drawn"),
    (Topic::Income, Verb, MAKES, "make|makes|made|making"),
    (Topic::Capital, Noun, BESIDE, "move"),
    (Topic::Price, Noun, BESIDE, "drug|medicine|treatment|jab|pill"),
    (Topic::Capital, Noun, BESIDE, "hospital|hospitals|clinic|surgery|mortuary|home"),
    (Topic::Saving, Verb, 45, "identified|identifies|identifying|avoid|avoided|avoiding"),
];

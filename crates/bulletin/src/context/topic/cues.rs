//! The words that tell a topic, each with how strongly it does.

use std::sync::LazyLock;

use crate::grammar::lexicon::Lexicon;
use crate::model::Topic;

/// A topic, and how strongly a word tells it.
pub(super) type TopicCue = (Topic, i64);

/// A group of words: the topic, how strong each is, and the words with "|" between.
type Group = (Topic, i64, &'static str);

const GROUPS: [Group; 47] = [
    (
        Topic::Deficit,
        95,
        "deficit|deficits|overspend|overspends|overspending|overspent|overspent by|black hole|financial hole|funding gap|financial gap|in the red",
    ),
    (Topic::Deficit, 85, "shortfall|gap|hole|in deficit"),
    (
        Topic::Deficit,
        55,
        "loss|losses|lost|off plan|off target|worse than plan|worse than planned|adrift|control total|control totals|year end position|financial position",
    ),
    (Topic::Surplus, 95, "surplus|surpluses|underspend|underspent|underspends|in the black|in surplus"),
    (Topic::Surplus, 60, "better than plan"),
    (Topic::Funding, 80, "funding|fund|funds|grant|grants|investment|allocation|allocations|bursary|ringfenced"),
    (
        Topic::Funding,
        50,
        "invest|invested|investing|allocated|committed|pot|money|injection|boost|budget|budgets|earmarked|set aside|financed|provide|provided|endowment|donation|donated|charity|cash|pledge|pledged|resources|subsidy|transformation fund|programme",
    ),
    (
        Topic::Capital,
        85,
        "capital|rebuild|rebuilding|redevelopment|refurbishment|refurbish|new hospital|new build|construction|building|buildings|estates plan|capital spending|capital funding|capital programme|capital bid|capital budget|pfi|private finance initiative",
    ),
    (
        Topic::Capital,
        35,
        "scheme|schemes|extension|ward|wards|theatre|theatres|scanner|scanners|roof|estate|equipment|build|built|site|sale of land|unit",
    ),
    (
        Topic::Loan,
        90,
        "loan|loans|bailout|bailouts|bail out|revenue support|interim support|borrow|borrowed|borrowing|borrowings|interim revenue support|cash support|working capital facility|lend|lent|draw down|drew down|drawn down|revolving credit",
    ),
    (Topic::Loan, 60, "repay|repaid|repayment|distress funding"),
    (Topic::Contract, 75, "contract|contracts|tender|tenders|procurement|framework|deal|deals"),
    (Topic::Contract, 35, "outsourcing|won|bid|bidder|bidders|preferred bidder|agreement"),
    (
        Topic::Redundancy,
        100,
        "redundancy|redundancies|severance|exit package|exit packages|exit payment|exit payments|payoff|payoffs|pay off|pay offs|golden goodbye|compulsory redundancy|redundancy payment|redundancy payments|redundant",
    ),
    (
        Topic::Pay,
        85,
        "salary|salaries|wage|wages|pay bill|paybill|take home pay|remuneration|bonus|bonuses|pay rise|pay award|pension|pensions|pay deal",
    ),
    (Topic::Pay, 40, "pay|paid|earn|earns|earned|earning|earnings|staff costs|consultant|consultants"),
    (
        Topic::Agency,
        90,
        "agency|agencies|locum|locums|agency staff|agency spend|agency spending|temporary staff|temporary staffing|agency bill|bank and agency|agency nurses",
    ),
    (Topic::Fine, 95, "fine|fines|fined|penalty|penalties|penalised|sanction|sanctions|ordered to pay"),
    (
        Topic::Compensation,
        88,
        "compensation|damages|settlement|settlements|settled|lawsuit|negligence claim|negligence claims|clinical negligence|negligence|insurance|insurers|reimbursement|compensate|tribunal",
    ),
    (Topic::Compensation, 55, "payout|payouts|claim|claims|suing|sued|legal action"),
    (
        Topic::Saving,
        88,
        "saving|savings|save|saved|saves|efficiency|efficiencies|cost improvement|cost improvement plan|cost improvement programme|cips|cip|qipp|free up",
    ),
    (Topic::Saving, 75, "synergy|synergies|reduce costs|cost cutting|disinvestment"),
    (Topic::Saving, 40, "cuts|cutting"),
    (
        Topic::Cost,
        70,
        "cost|costs|costing|costed|bill|bills|backlog|backlog maintenance|expenditure|price tag|spend|spending",
    ),
    (
        Topic::Cost,
        50,
        "academy|project|projects|initiative|centre|spent|spends|pay for|paid for|paying for|outlay|overrun|write off|written off|impact|expense|expenses|upkeep",
    ),
    (
        Topic::Debt,
        88,
        "debt|debts|owe|owes|owed|owing|liabilities|liability|arrears|unpaid|creditors|outstanding balance|owing to|balance sheet",
    ),
    (
        Topic::Price,
        80,
        "price|prices|priced|tariff|tariffs|charge|charges|charged|charging|fee|fees|per prescription|list price|rate of",
    ),
    (Topic::Price, 50, "quoted|rate|rent|sold for"),
    (
        Topic::Threshold,
        85,
        "spend over|spend more than|spending over|spending more than|costing over|costing more than|threshold|thresholds|limit|limits|cap|caps|capped|ceiling|sign off|signed off|approval|approved by|spending above|exceed|exceeding|over which|delegated limit",
    ),
    (
        Topic::Income,
        80,
        "income|turnover|revenue|revenues|receipts|annual turnover|raised|raises|takings|proceeds|sales|profit|profits",
    ),
    (Topic::Income, 55, "earned from|sold|sale|disposal|disposals|land sales"),
    (
        Topic::Funding,
        42,
        "offered|promised|promise|extra|additional|was given|were given|receive|received|receives|asked for|requested|requests|bid for|put up|\
        release|released|support",
    ),
    (Topic::Price, 58, "listed at|launched|valued at|fetched|sell|selling|priced at|cheaper"),
    (Topic::Price, 42, "buy|bought"),
    (Topic::Price, 80, "toll|tolls"),
    (Topic::Loan, 85, "overdraft|overdrafts|credit facility|loan facility"),
    (Topic::Compensation, 48, "was awarded|were awarded|been awarded|ordered to compensate"),
    (Topic::Cost, 70, "invoice|invoices|invoiced|refund|refunds"),
    (Topic::Income, 70, "turn over|turns over|turned over|turning over|fundraising|one off gains"),
    (Topic::Pay, 50, "take home|brought in at|overtime|day rate|executive pay|pay rises"),
    (Topic::Cost, 42, "pays|comes for|went on|came to|hired|bought in"),
    (Topic::Debt, 58, "recover|recovered|clawback"),
    (Topic::Loan, 70, "advanced|repayable|in advance"),
    (Topic::Other, 90, "cash balance|cash balances|cash reserves|in the bank|cash position"),
    (Topic::Funding, 92, "spending limit|spending limits|departmental spending"),
    (Topic::Cost, 58, "repair|repairs"),
    (Topic::Deficit, 42, "year end figure|worse off|account for|accounts for"),
];

/// Every cue, with its topic and strength.
pub(super) static CUES: LazyLock<Lexicon<TopicCue>> = LazyLock::new(|| {
    let rows =
        GROUPS.iter().flat_map(|&(topic, strength, words)| words.split('|').map(move |word| (word, (topic, strength))));
    Lexicon::new(&rows.collect::<Vec<_>>())
});

"""The English words that the rules about texts look at."""

from typing import Final

from campaigns.word_lists.base import WordList

WORDS: Final = WordList(
    jargon={
        "implement|implements|implemented|implementing": "introduce",
        "implementation*": "introduction",
        "leverage|leverages|leveraged|leveraging|utilise*|utilize*|utilising|utilizing|utilisation|utilization": "use",
        "facilitate*|facilitating": "help",
        "in order to": "to",
        "regarding": "about",
        "adoption": "use",
        "rollout*|roll-out*|roll out|rolled out": "start",
        "stakeholder*": "people involved",
        "functionality|functionalities": "feature",
        "optimise*|optimize*|optimising|optimizing|optimisation|optimization": "improve",
        "going forward": "from now on",
        "touch base": "talk",
        "onboarding": "first weeks",
        "best practice*": "good way",
        "commence*|commencing": "start",
        "prior to": "before",
    },
    vague=(
        "as soon as (possible|we can|i can)", "asap|a.s.a.p.|a.s.a.p", "soon", "shortly", "in due course",
        "in the near future",
    ),
    shouted=(
        "NOW", "NEW", "FREE", "DON", "NOT", "ALL", "YOU", "MUST", "JOIN", "ACT", "LAST", "MISS", "ONLY", "STOP",
        "VERY", "BIG",
    ),
    obliging=("you must", "you have to", "you are (required|obliged) to", "you've got to"),
    rule_words=("rule*", "required", "mandatory", "compulsory", "policy", "law", "agreed", "fixed", "decided"),
    reason_words=("because", "why", "so that", "reason*", "otherwise", "since", "therefore", "due to"),
    passive=(
        "(is|are|was|were|be|been|being) (not |now |also |still |already |often )?\\w+ed",
        "(is|are|was|were|be|been|being) (not |now |also |still |already )?(done|made|sent|taken|"
        "given|shown|seen|written|kept|"
        "told|held|built|found|chosen|put|set|read|brought|left|lost|run|known)",
    ),
    scarcity=(
        "only #( \\w+)?", "# (\\w+ )?(left|remaining)", "last (# )?(place|places|seat|seats|spot|spots)",
        "just # (\\w+ )?(place|places|seat|seats|spot|spots|left)", "one (place|seat|spot) left",
        "# (place|places|seat|seats|spot|spots) (\\w+ )?(left|remaining|still open|open)",
    ),
    seat_numbers=(
        "# (\\w+ )?(place|places|seat|seats|spot|spots)",
        "# (\\w+ )?(members|users|colleagues|people|persons|participants)",
        "only #", "# (\\w+ )?(left|remaining)", "last #",
    ),
    deadlines=(
        "(until|till|by|before|on|closes|no later than|at the latest) (and including )?(next |this |"
        "the )?(<day>|<date>|<clock>)",
        "# (hour|hours|day|days|working days|week|weeks) (left|to go|remaining)",
    ),
    sign_up=(
        "sign up", "sign-up*", "signing up", "register*", "join", "joining", "apply", "take part", "taking part",
        "closes",
        "closing", "deadline", "enrol*",
    ),
    pressure=(
        "last chance*", "(don't|do not|dont) miss", "never miss", "now or never", "everyone else", "everybody else",
        "surely you (don't|do not) want", "you (don't|do not|wouldn't) want to (miss|be left|fall behind)", "hurry",
        "act now", "before it's too late", "before it is too late", "while stocks last", "be quick",
        "don't be left behind",
        "the only one (who|not)", "everyone is doing",
    ),
    job_words=(
        "redundan*", "dismiss*", "layoff*", "lay-off*", "laid off", "fired", "your job", "jobs", "job losses",
        "job cuts",
        "lose your job", "position", "positions", "restructuring", "contract", "contracts", "job",
    ),
    off_limits=(
        "salary", "salaries", "wage*", "your pay", "pay (rise|raise|cut|scale|slip|grade)", "payroll",
        "(your|a) bonus", "bonuses", "remuneration",
        "employment contract*", "(your|permanent|temporary|fixed-term) contract", "terms of employment", "sick leave",
        "sick (day|days|note)", "absenteeism", "your health", "burnout", "burn-out", "get vaccinated",
        "trade union*", "labour union*", "(your|the) unions?", "union (member*|rep*|dues|vote*)",
        "(on|go on) strike", "strike action", "collective agreement",
        "works(-| )council (election*|vote*|candidate*)", "elections? …works council", "redundan*", "dismissal*",
        "layoff*",
        "laid off", "performance (review|appraisal)s?",
    ),
    numbers=(
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty*", "thirty*", "forty*", "fifty*",
        "sixty*", "seventy*", "eighty*", "ninety*", "hundred*", "thousand*", "million*", "zero", "half", "quarter",
        "three-quarters", "two-thirds", "third of", "double*", "doubling", "twice", "dozen*", "per cent", "percent",
        "triple*",
    ),
    minority=("only", "just", "merely", "a mere", "unfortunately", "sadly", "barely", "hardly"),
    level_claims=(
        "grow", "grows", "growing", "grew", "grown", "growth", "rise", "rises", "rising", "rose", "increas*",
        "more and more",
        "more (than|often|notes|people|colleagues)", "better than", "most", "mostly", "majority",
        "(almost |nearly )?everyone",
        "(almost |nearly )?everybody", "(almost |nearly )?all (colleagues|teams|conversations|of (you|us|them))",
        "many",
        "a lot of", "lots of", "half", "minority", "few", "fewer", "declin*", "dropp*", "going up", "going down",
        "climb*",
    ),
    comparing=(
        "other (team|teams|department|departments)", "another (team|department)",
        "(best|worst|fastest|slowest) (team|teams|department|colleague|colleagues)",
        "ranking*", "ranked", "leaderboard*", "league table*", "top ?[0-9]+", "number (#) (in|of|team)", "winner*",
        "winning team",
        "(beat|beats|beating|outperform*)", "(ahead of|behind|lagging) (team|the|other|{team})",
        "(better|more|less|faster|slower|worse) than (team|the team|department|colleagues|"
        "your colleagues|other*|{team})",
        "(than|versus|vs|unlike|compared (to|with)) (team |the |department )?({team}|other|others|rest)",
    ),
    approval=(
        "thank*", "well done", "good (work|job)", "nice", "great", "help*",
        "so (your|you|that|we|they|customers|nobody)",
        "what customers need", "useful", "saves", "means", "prevents", "matters", "makes", "glad",
        "because of (this|that|you)",
    ),
    speech=(
        "say", "says", "said", "tells", "told", "finds", "found", "according to", "writes", "wrote",
        "in the words of",
    ),
    praise=(
        "thanks,? (to |also to )?<name>", "thank you,? (to )?<name>", "(kudos|credit|hats off|shout-out) to <name>",
        "(well done|congratulations),? (to )?<name>", "(good|great|nice) (work|job),? (by |from )?<name>",
        "(employee|star|hero) of the (week|month)( is|:)? <name>",
    ),
    blame=(
        "(fault|mistake|error) (of|by) <name>", "blame <name>", "<name>'s (fault|mistake|error)",
        "<name> (forgot|failed|messed)",
    ),
    hype=(
        "great", "amazing*", "awesome*", "fantastic*", "super", "superb", "incredibl*", "unbelievabl*", "revolutionary",
        "game-changing", "game changer", "groundbreaking", "ground-breaking", "spectacular*", "brilliant*", "wow",
        "wonderful*",
        "phenomenal*", "unique*", "magical*", "exciting", "excited",
    ),
    conditional=(
        "in return", "in return for", "in exchange", "now it's your turn", "now it is your turn", "it's your turn",
        "your turn now", "that is why we ask", "that's why we ask", "so we ask you", "give (something )?back",
        "on (the )?condition that",
    ),
    click_path=(
        "click*", "type", "open", "opens", "choose", "select*", "paste*", "press", "drag", "search*", "tap", "swipe",
        "button*",
        "menu*", "screen*", "field*", "tab", "star", "icon*", "list", "lists", "page", "pages", "go to",
        "look (at|in|on)", "fill",
        "save", "send", "shortcut*", "ctrl*", "app", "filter*", "put",
    ),
    acts=(
        "(who|you) …\\w+ed", "(who|you) (sent|wrote|told|came|gave|found|took|made|helped|spoke|kept|brought|did)",
        "because",
        "so that", "for \\w+ing", "of your (questions|wishes|help|notes)",
    ),
    first_person=("i", "me", "my", "i'm", "i'll", "i've", "we", "us", "our"),
    fixed=("fixed", "decided", "mandatory", "required", "compulsory", "agreed", "definite", "certain", "settled"),
    undecided=(
        "open", "choose", "choice", "choices", "have a say", "a say", "help decide", "help choose",
        "not (yet )?decided", "up to you",
        "to be decided", "not fixed", "your ideas",
    ),
    no_reply=(
        "please (don't|do not) (reply|respond)", "(don't|do not) (reply|respond) to this",
        "not monitored", "unmonitored", "you (cannot|can't) (reply|respond)",
        "replies are not read", "no-reply*", "noreply*",
    ),
    voluntary=(
        "voluntary", "voluntarily", "optional", "up to you", "you (do not|don't) have to", "free to", "no obligation",
        "not (mandatory|required|compulsory)", "nobody has to",
    ),
    permitting=(
        "if you (like|want|wish|would like)", "you may", "your choice", "is fine too", "that is fine", "need not",
    ),
    obligatory=(
        "mandatory", "compulsory", "obligatory", "required", "everyone (must|has to)", "(you|all|everybody) must",
        "you have to",
        "no choice", "not (voluntary|optional)",
    ),
    keeping_lists=(
        "list …(who|names)", "(keep|keeping|kept) (track|a record|score) …who",
        "who (did|has|have) (and|or) (who )?(did not|didn't|has not|hasn't|have not)",
        "(note|record|register|check|monitor*) …who", "names of (those|everyone|people) who", "per person",
        "checklist of",
    ),
    if_then=(
        "(when|whenever|if|after|before|once|as soon as|each time|every time) ~, …(i|you|we|write|type|make|put|do)",
        "(when|whenever|if|after|before|once|as soon as|each time|every time) …then",
        "(i|i'll) …(when|after|before|as soon as|each time|every time) i",
        "(type|write|make|put) …(when|after|before|each time|every time) (i|you|every|each)",
    ),
    second_person=("you", "your", "yours", "yourself", "you'll", "you're", "you've"),
    cost=(
        "cost", "costs", "it takes", "takes", "what it takes", "give up",
        "extra (time|work|minute|minutes|step|steps|hour)",
        "# extra (minutes|minute|hours|hour|seconds)", "more time", "getting used to", "slower", "takes …longer",
    ),
    empty_words=(
        "about", "after", "again", "also", "always", "around", "because", "been", "before", "being", "could", "does",
        "doing",
        "done", "each", "else", "every", "everyone", "from", "going", "good", "have", "here", "into", "just", "keep",
        "know",
        "like", "made", "make", "many", "more", "most", "much", "must", "need", "never", "next", "only", "other",
        "part", "please",
        "really", "same", "should", "some", "something", "still", "such", "take", "taking", "than", "that", "their",
        "them", "then",
        "there", "these", "they", "thing", "things", "this", "those", "today", "very", "want", "week", "weeks",
        "well", "were",
        "what", "when", "where", "which", "while", "will", "with", "work", "would", "your", "time", "free", "mandatory",
        "required", "voluntary", "optional", "april", "march", "january", "february", "three",
    ),
    groups=(
        "(the |our )?(board*|management*|mt|executive (team|board|committee)|executives|leadership*|"
        "senior leadership|directors)",
    ),
    works_council=(
        "works(-| )council*", "(?-i:OR)", "ondernemingsraad", "employee (council|representatives)", "staff council",
    ),
    less_well=(
        "less well", "not (so|as|that) well", "(did not|didn't) (go|work)*", "went wrong",
        "could (be|have been|go) better",
        "mistake*", "failed", "failure*", "fell short", "disappoint*",
    ),
    except_for={
        "vague": ("as soon as", "(too|how|so|very) soon", "soon (after|enough)", "sooner"),
        "scarcity": (
            "only # (\\w+ )?(second|seconds|minute|minutes|hour|hours|day|days|click|clicks|step|"
            "steps|time|times|field|fields|button|buttons|line|lines|sentence|"
            "sentences|word|words|screen|screens|euro|euros|percent|question|questions|thing|things)",
            "only #( )?(%|percent|per cent)", "on the left", "only one (who|thing|screen|click|step|question)",
            "the only one", "only one(?! (\\w+ )?(place|seat|spot))( \\w+)?",
        ),
        "seat_numbers": (
            "only # (\\w+ )?(second|seconds|minute|minutes|hour|hours|day|days|click|clicks|step|"
            "steps|time|times|line|lines|"
            "sentence|sentences|word|words)",
            "only #( )?(%|percent|per cent)", "last # (digits|letters|weeks|months|days)", "in a place",
        ),
        "numbers": (
            "no one", "(this|that|which|each|every|any|some|the) one", "one another", "one's", "one day", "second half",
        ),
        "minority": ("not only", "just (type|click|ask|call)", "only (if|when)"),
        "obliging": ("you must not", "(do|does|did) you have to", "you need to know"),
        "hype": ("great britain", "great deal"),
        "obligatory": ("not (mandatory|required|compulsory|obligatory)", "required field*", "no longer required"),
        "fixed": ("not (yet )?(decided|fixed)", "to be decided"),
        "voluntary": ("not (voluntary|optional)", "when you may"),
        "passive": ("(is|are|was|were|be) (interested|allowed|supposed|needed|tired|limited|fixed|used|based|called)",),
        "level_claims": ("at most", "most of all", "thank you (so|very) much"),
        "cost": ("low-cost",),
    },
)  # fmt: skip

import LessonKit

/// What can be typed at the prompt. This table is the only list of commands: dispatch, `help` and Tab completion are
/// read from it.
public enum Command: String, CaseIterable, Sendable {
    case help, lessons, open, show, next, back, run, timeline, ask, answer, hint, dispute, progress, reset
    case exercise
    case check
    case replay
    case solution
    case diff
    case tryOut = "try"
    case edit
    case predict
    case python
    case doc
    case notes
    case review
    case transcript
    case paths
    case settings
    case tree
    case compare
    case quit

    /// What may follow the word.
    public enum Argument: Sendable {
        case nothing
        /// Optional unless `required`. `name` is for `help`.
        case lesson(required: Bool)
        case command
        case demo
        case path
        case setting
        case text(name: String)
        /// A demo of the lesson, and the options that may follow.
        case demoWith(String)
        /// Optional, and in forms of its own.
        case forms(String)
        /// Options: those of the table, for `help` and Tab.
        case options([String], usage: String)
        /// Demos of the lesson, and options.
        case demosWith([String], usage: String)
        /// Optional: a word that begins with `--`.
        case option(String)
        /// An exercise of the lesson, and an option; both may be left out.
        case exercise(option: String)
        /// Optional.
        case order
    }

    public var argument: Argument {
        switch self {
        case .help: .command
        case .open: .lesson(required: true)
        case .reset: .lesson(required: false)
        case .run: .demo
        case .paths: .path
        case .settings: .setting
        case .answer: .text(name: "ANSWER")
        case .dispute: .text(name: "WORDS")
        case .tryOut: .forms("[SWIFT | list | reset]")
        case .edit: .demoWith("[--discard]")
        case .predict: .text(name: "ANSWER")
        case .python: .demoWith("")
        case .doc: .forms("[NAME]")
        case .notes: .forms("[WORDS]")
        case .transcript: .text(name: "FILE")
        case .exercise: .exercise(option: "--edit")
        case .check: .exercise(option: "--watch")
        case .solution: .option("--give-up")
        case .replay: .order
        case .lessons, .show, .next, .back, .ask, .hint, .diff, .review, .progress, .quit: .nothing
        case .timeline: .options(TimelineOptions.words, usage: TimelineOptions.usage)
        case .tree: .options(TreeOptions.words, usage: TreeOptions.usage)
        case .compare: .demosWith(CompareOptions.words, usage: CompareOptions.usage)
        }
    }

    /// "open LESSON", "run [DEMO] [--real-time] [--stdlib]".
    public var usage: String {
        switch argument {
        case .nothing: rawValue
        case .lesson(required: true): "\(rawValue) LESSON"
        case .lesson(required: false): "\(rawValue) [LESSON | exercise | all]"
        case .command: "\(rawValue) [COMMAND]"
        case .demo: "\(rawValue) [DEMO] [--real-time] [--stdlib] [--original] [-- ARGUMENTS]"
        case .demoWith(let options): "\(rawValue) [DEMO]\(options.isEmpty ? "" : " ")\(options)"
        case .path: "\(rawValue) [PATH]"
        case .setting: "\(rawValue) [NAME [VALUE]]"
        case .text(let name): "\(rawValue) \(name)"
        case .forms(let forms): "\(rawValue) \(forms)"
        case .options(_, let usage), .demosWith(_, let usage): "\(rawValue) \(usage)"
        case .option(let name): "\(rawValue) [\(name)]"
        case .exercise(let option): "\(rawValue) [EXERCISE] [\(option)]"
        case .order: "\(rawValue) [ORDER]"
        }
    }

    /// The same for the list of commands, where a long row would not fit.
    var shortUsage: String { self == .run ? "\(rawValue) [DEMO] [OPTIONS]" : usage }

    /// One line for the list of commands.
    public var summary: String {
        switch self {
        case .help: "lists the commands, or explains one"
        case .lessons: "lists the lessons and how far you are"
        case .open: "opens a lesson where you left it"
        case .show: "shows the whole lesson at once"
        case .next: "goes on (an empty line does the same)"
        case .back: "goes back to the part before"
        case .run: "runs the demo that you are reading"
        case .timeline: "draws what the last run did"
        case .ask: "asks this part's question; then you type the answer"
        case .answer: "answers this part's question"
        case .hint: "gives a hint, and the next time another"
        case .exercise: "gives you the file of this part's exercise"
        case .check: "checks what you have written in it"
        case .replay: "runs a check once more, in one order of tasks"
        case .solution: "shows the exercise's solution, when you have passed it"
        case .diff: "compares your file with the solution, when you have passed"
        case .dispute: "says that the last verdict is wrong"
        case .progress: "shows how far you are"
        case .reset: "starts a lesson, or the course, afresh"
        case .paths: "lists the paths through the course, or follows one"
        case .settings: "shows or changes what you have chosen: colours, pages, ..."
        case .tree: "shows who waited for whom, at the end or at any instant"
        case .compare: "puts two runs beside one another"
        case .quit: "ends the tutor; Ctrl-D does the same"
        case .tryOut: "runs Swift that you type, in virtual time"
        case .edit: "opens your own copy of the demo in your editor"
        case .predict: "judges a prediction by your own copy of the demo"
        case .python: "shows the demo and the same program in Python"
        case .doc: "what the kit's documentation says of a name"
        case .notes: "notes something down, or lists what you noted"
        case .review: "asks earlier questions again"
        case .transcript: "keeps this session in a file, as Markdown"
        }
    }

    /// What `help COMMAND` adds to the summary.
    public var details: String {
        switch self {
        case .help: "While a question is open, put a colon before a command: :help, :hint, :next."
        case .lessons: "Each line has the lesson's number and name; `open` takes either."
        case .open: "LESSON is its name, its number, or the beginning of its name: `open gather`, `open 7`, `open gat`."
        case .show: "The questions are in it, their answers are not."
        case .next:
            "A part that is longer than the screen comes page by page: Enter or `more` turns the page, `back` turns it back. "
                + "A question that you leave unanswered counts as skipped; `back` returns to it."
        case .back: "Nothing is lost: what you have answered stays answered."
        case .run:
            "In virtual time, so at once and the same every time. With --real-time its sleeps take real seconds. "
                + "Ctrl-C cancels the run. DEMO is one of the lesson's demos; without it, the one that you read last. "
                + "If you have a copy of it (`edit`), that is run; the lesson's own with --original. "
                + "What follows `--` is for the program: `run -- 3 fast`."
        case .timeline:
            "One line a task, from left to right in virtual time, and how each ended. --steps draws a column for each turn "
                + "that a task had, --text tells it in words; --all leaves nothing out. --csv, --json and --mermaid print "
                + "it for other programs; --perfetto FILE (for ui.perfetto.dev) and --svg FILE write a file."
        case .tree:
            "`tree` shows the tasks as they stood at the end; `tree --at 150ms` and `tree --step 6` as they stood then: "
                + "what each waited for, what it was asked, how it ended."
        case .compare:
            "`compare sequential demo` runs two demos of the lesson, `compare --seed 1 --seed 2` one demo in two legal orders. "
                + "Both timelines have the same axis; below stand the sums and the first event that differs."
        case .ask: "The question stays open until you have answered it rightly; commands then begin with a colon."
        case .answer: "For an answer that looks like a command: `answer run`."
        case .hint: "Hints are counted, and cost nothing."
        case .exercise:
            "The file is yours: it is never overwritten. With --edit it opens in the editor that VISUAL or EDITOR names."
        case .check:
            "Every promise is tried in many orders of tasks. With --watch it is checked again whenever you save it, until Ctrl-C."
        case .replay: "ORDER is the number that a failure names; without it, the last failure is repeated."
        case .solution: "With --give-up you see it before you have passed, and the exercise earns no points."
        case .diff: "Lines with - are yours, lines with + the solution's."
        case .dispute:
            "Your answer, the verdict and your words are kept for your teacher: `dispute the output says otherwise`."
        case .progress: "Questions answered rightly, of all, for each lesson that you have begun."
        case .reset:
            "`reset` alone means the open lesson, `reset all` the whole course, `reset exercise` the file of this part's exercise. Your history is kept; it only counts no more, and `reset undo` makes it count again."
        case .paths:
            "A path says at the end of each lesson which comes next. `paths in-order` goes back to the course's order."
        case .settings:
            "`settings colour never` changes one, for good; `settings colour` shows it; `settings colour auto` leaves it to the tutor."
        case .quit: "Everything is saved already."
        case .tryOut:
            "The word is Swift's own as well: `try await gather(one, two)`. Alone it takes a block, to an empty line or `.`; "
                + "so does a line whose brackets are open, and what you paste. The functions and types of the demo at hand are "
                + "there; so are `one` and `two`, which take 1 s and 2 s. What you declare stays, and is run anew, unseen, "
                + "before each later snippet; `_` is the last value. `try list` shows what is kept, `try reset` forgets it. "
                + "Where a question asks for lines, `try 1 / try 2` is an answer, and `:try 4 / 2` is Swift."
        case .edit:
            "The editor is $VISUAL or $EDITOR; without one, the path is said. The copy is yours: it is never overwritten, and "
                + "`edit --discard` puts it aside. `run --original` runs the lesson's. Questions are judged by the lesson's demo."
        case .predict:
            "`predict 4 s` answers this part's question for your edited demo, `predict _` with your last answer. It is not "
                + "recorded and earns no points; the "
                + "question itself stays as it was, about the lesson's demo."
        case .python: "Side by side where the terminal is wide enough, below each other where it is not."
        case .doc:
            "`doc gather`, `doc Future.setResult`, `doc asyncio.create_task`, `doc Timeouts`; `doc` alone lists articles."
        case .notes:
            "`notes children start in argument order` adds a note to the open lesson. Notes outlive every reset."
        case .review:
            "Questions that you have answered come back \(Review.intervalInDays) days after you answered them last, one from each "
                + "lesson in turn, \(Review.longest) at most. `back` ends it early."
        case .transcript:
            "From the beginning of the session, and what follows as it comes. A file that is there already is kept beside it, "
                + "as FILE.1 or the next free number."
        }
    }

    public init?(word: some StringProtocol) {
        let word = word.lowercased()
        if let alias = Command.aliases[word] {
            self = alias
        } else {
            self.init(rawValue: word)
        }
    }

    /// What people type out of habit.
    static let aliases: [String: Command] = ["?": .help, "exit": .quit, "q": .quit, "more": .next, "prev": .back]
}

extension StringProtocol {
    /// Without the blanks and line ends around it.
    var trimmingWhitespace: String {
        let start = drop(while: \.isWhitespace)
        let end = start.reversed().prefix(while: \.isWhitespace).count
        return String(start.dropLast(end))
    }
}

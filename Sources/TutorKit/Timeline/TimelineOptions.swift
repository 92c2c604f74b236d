import LessonKit

/// What follows `timeline` at the prompt.
public struct TimelineOptions: Equatable {
    let view: TimelineView
    /// Where it is written; nil for the screen.
    let file: String?

    /// For the list of commands; ``Command/details`` has the rest.
    static let usage = "[--steps | --text | ...]"
    private static let fullUsage =
        "timeline [--steps | --text | --csv | --json | --mermaid | --perfetto FILE | --svg FILE] [--all]"
    static let words = forms.map(\.word) + ["--all"]

    private static let forms: [(word: String, form: TimelineView.Form)] = [
        ("--steps", .steps), ("--text", .text), ("--csv", .csv), ("--json", .json), ("--mermaid", .mermaid),
        ("--perfetto", .perfetto), ("--svg", .svg),
    ]

    init(_ rest: String) throws(OptionProblem) {
        var line = OptionLine(rest)
        var form: TimelineView.Form?
        var file: String?
        var all = false
        while let word = line.next() {
            if word == "--all" {
                all = true
                continue
            }
            guard let next = TimelineOptions.forms.first(where: { $0.word == word })?.form else {
                throw .unknown(word, among: TimelineOptions.words, usage: TimelineOptions.fullUsage)
            }
            guard form == nil || form == next else {
                throw .text("one form at a time: \(TimelineOptions.fullUsage)")
            }
            form = next
            let name = line.value()
            guard next == .perfetto || next == .svg else {
                if !name.isEmpty { throw .text("'\(word)' takes nothing after it; found '\(name)'") }
                continue
            }
            guard !name.isEmpty else { throw .text("\(word) needs the name of a file: timeline \(word) FILE") }
            file = name
        }
        view = TimelineView(form ?? .lanes, all: all)
        self.file = file
    }
}

/// What follows `tree` at the prompt.
public struct TreeOptions: Equatable {
    let view: TimelineView

    static let usage = "[--at TIME | --step N] [--all]"
    static let words = ["--at", "--step", "--all"]

    init(_ rest: String) throws(OptionProblem) {
        var line = OptionLine(rest)
        var instant = TimelineTree.Instant.end
        var all = false
        while let word = line.next() {
            switch word {
            case "--all": all = true
            case "--at": instant = try TimelineTree.Instant(time: line.value())
            case "--step": instant = try TimelineTree.Instant(step: line.value())
            default: throw .unknown(word, among: TreeOptions.words, usage: "tree \(TreeOptions.usage)")
            }
        }
        view = TimelineView(.tree(instant), all: all)
    }
}

extension TimelineTree.Instant {
    /// "150ms", "1.5 s"; "150" means milliseconds, which drawings count in.
    public init(time text: String) throws(OptionProblem) {
        let text = text.trimmingWhitespace.lowercased()
        let unit = text.drop { $0.isNumber || $0 == "." }.trimmingWhitespace
        let number = Double(text.prefix { $0.isNumber || $0 == "." })
        let units = ["": 1e6, "ns": 1, "us": 1e3, "µs": 1e3, "ms": 1e6, "s": 1e9, "min": 6e10]
        guard let number, let factor = units[unit], number * factor < 1e18 else {
            throw .text("'\(text)' is no time; write --at 150ms or --at 1.5s")
        }
        self = .time(Int64((number * factor).rounded()))
    }

    /// "6"
    public init(step text: String) throws(OptionProblem) {
        guard let number = Int(text.trimmingWhitespace), number > 0 else {
            throw .text("'\(text)' is no step; `timeline --steps` numbers them from 1")
        }
        self = .step(number)
    }
}

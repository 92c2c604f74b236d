/// One promise that every sound course keeps.
///
/// A rule has no exceptions: what cannot be fixed in a lesson has to be fixed in the rule.
public struct LintRule: Sendable {
    /// What `--rule` takes, and what stands behind each finding: `sentence-length`.
    public let id: String
    /// What holds where the rule finds nothing, in one sentence.
    public let promise: String
    public let stage: Stage

    /// What it takes to find out.
    public enum Stage: Sendable {
        /// Reading the lessons: the parser's own findings.
        case reading
        /// The texts alone.
        case text(@Sendable (LintCourse) -> [Diagnostic])
        /// Running programs: not decided here.
        case run
    }

    public init(id: String, promise: String, stage: Stage) {
        self.id = id
        self.promise = promise
        self.stage = stage
    }

    init(_ id: String, _ promise: String, check: @escaping @Sendable (LintCourse) -> [Diagnostic]) {
        self.init(id: id, promise: promise, stage: .text(check))
    }

    /// Every rule that needs nothing but the texts, in the order in which a person would want to hear of them.
    public static let texts: [LintRule] =
        Reading.rules.map { LintRule(id: $0.id, promise: $0.promise, stage: .reading) } + [
            .headingLevels, .links, .altText, .listingWidth,
            .questionCount, .hintLadder, .ownFeedback, .foreseenAnswers, .misconceptionList,
            .demoFiles, .wrongAnswers, .sentenceLength, .terms, .glossary,
        ]

    /// Of what cannot be read at all.
    public static let syntaxID = Reading.syntax
    public static let sliceID = Reading.slice
    public static let foreseenAnswersID = foreseenAnswers.id

    /// The rules that the parser and the catalog hold; see ``Diagnostic/rule``.
    enum Reading {
        static let syntax = "syntax"
        static let slice = "slice"
        static let needs = "needs"
        static let uniqueIDs = "unique-ids"

        static let rules = [
            (id: syntax, promise: "Every lesson can be read: directives, questions, answers and Markdown."),
            (id: slice, promise: "Every listing of a demo is what stands in its file."),
            (id: needs, promise: "What `needs=` names is there, and leads in no circle."),
            (id: uniqueIDs, promise: "No number, lesson id or question id is used twice."),
        ]
    }
}

extension LintCourse {
    /// What the rules of ``LintRule/texts`` find.
    ///
    /// - Parameter ids: of the rules to be applied.
    public func findings(_ ids: Set<String>) -> [LintFinding] {
        var findings: [LintFinding] = []
        for diagnostic in entries.flatMap(\.diagnostics) + courseDiagnostics {
            findings.append(LintFinding(rule: diagnostic.rule ?? LintRule.Reading.syntax, diagnostic))
        }
        for rule in LintRule.texts {
            guard case .text(let check) = rule.stage, ids.contains(rule.id) else { continue }
            findings += check(self).map { LintFinding(rule: rule.id, $0) }
        }
        // Of a lesson that cannot be read, no other rule knows anything.
        return LintFinding.sorted(findings.filter { ids.contains($0.rule) || $0.rule == LintRule.syntaxID })
    }
}

extension Catalog.Entry {
    /// Why it could not be read; empty if it could.
    public var diagnostics: [Diagnostic] {
        if case .failure(let list) = lesson { list.diagnostics } else { [] }
    }
}

/// The files of a lesson that belong to exercises, sorted into exercises.
struct ExerciseFiles {
    /// By the id of the question.
    private(set) var exercises: [String: Exercise] = [:]
    /// Every folder of an exercise, also those that are broken.
    private(set) var names: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    static let folder = "exercises"
    static let feedbackName = "feedback.md"
    private static let programs = ["starter.swift", "solution.swift", "checks.swift"]

    init(_ folder: LessonFolder) {
        var byName: [String: [String: String]] = [:]
        for (path, text) in folder.files {
            guard let (name, file) = Self.split(path) else { continue }
            byName[name, default: [:]][file] = text
        }
        names = byName.keys.sorted()
        for name in names { add(name, byName[name] ?? [:], path: folder.path(of: "\(Self.folder)/\(name)")) }
    }

    /// `exercises/gather-fetch-all/wrong/x.swift` is ("gather-fetch-all", "wrong/x.swift").
    private static func split(_ path: String) -> (name: String, file: String)? {
        let parts = path.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == folder else { return nil }
        return (String(parts[1]), String(parts[2]))
    }

    /// Whether a file of an exercise's folder is read, by its path in that folder.
    static func isPart(_ file: String) -> Bool {
        programs.contains(file) || file == feedbackName || misconception(file) != nil
    }

    /// `wrong/x.swift` is about "x".
    private static func misconception(_ file: String) -> String? {
        guard file.hasPrefix("wrong/"), file.hasSuffix(".swift") else { return nil }
        return String(file.dropFirst(6).dropLast(6))
    }

    private mutating func report(_ file: String, _ message: String) {
        diagnostics.append(Diagnostic(at: SourcePosition(file: file, line: 1), message))
    }

    private mutating func add(_ name: String, _ files: [String: String], path: String) {
        let before = diagnostics.count
        if !Identifier.isValid(name) { report(path, "'\(name)' is no exercise's id; \(Identifier.rule)") }
        for file in Self.programs + [Self.feedbackName] where files[file] == nil {
            report(path, "exercise '\(name)' has no '\(file)'")
        }
        for file in Self.programs {
            if let text = files[file], text.allSatisfy(\.isWhitespace) {
                report("\(path)/\(file)", "this file is empty")
            }
        }
        let wrong = files.keys.sorted().compactMap { file in
            Self.misconception(file).map { Exercise.Wrong(misconception: $0, text: files[file] ?? "") }
        }
        guard let text = files[Self.feedbackName] else { return }
        var parser = FeedbackParser()
        let feedback = parser.parse(text, file: "\(path)/\(Self.feedbackName)")
        diagnostics += parser.diagnostics
        guard let feedback else { return }
        for example in wrong where feedback.section(example.misconception) == nil {
            let known = feedback.sections.map(\.misconception)
            report(
                "\(path)/wrong/\(example.misconception).swift",
                "\(Self.feedbackName) has no section '## \(example.misconception)'"
                    + Suggestion.clause(for: example.misconception, among: known)
            )
        }
        guard diagnostics.count == before, let starter = files["starter.swift"],
            let solution = files["solution.swift"], let checks = files["checks.swift"]
        else { return }
        exercises[name] = Exercise(
            id: name,
            folder: path,
            starter: starter,
            solution: solution,
            checks: checks,
            wrong: wrong,
            feedback: feedback
        )
    }
}

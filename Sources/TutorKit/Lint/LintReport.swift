import LessonKit

/// What came of looking at a course.
public struct LintReport: Sendable, Equatable {
    /// By file, line and column.
    public internal(set) var findings: [LintFinding] = []
    /// What was left out, and why: "demo.py was not run: …".
    public internal(set) var notes: [String] = []
    /// What this machine could not do: nothing is known of it.
    public internal(set) var couldNotTell: [String] = []
    /// What `--fix` has changed, with the place.
    public internal(set) var fixed: [String] = []
    /// What `--fix` is to write when all programs have run.
    var pictures: [PictureChange] = []
    /// How many lessons were looked at.
    public internal(set) var lessons = 0

    /// A lesson that cannot be read weighs more than a rule that is broken, and that more than not knowing.
    public var status: ExitStatus {
        if findings.contains(where: { $0.rule == LintRule.syntaxID }) { return .brokenLesson }
        if !findings.isEmpty { return .failure }
        return couldNotTell.isEmpty ? .success : .machine
    }

    mutating func add(_ part: LintReport) {
        findings = LintFinding.sorted(findings + part.findings)
        notes = Self.unique(notes + part.notes)
        couldNotTell = Self.unique(couldNotTell + part.couldNotTell)
        fixed += part.fixed
        pictures += part.pictures
        lessons += part.lessons
    }

    private static func unique(_ lines: [String]) -> [String] {
        var seen: Set<String> = []
        return lines.filter { seen.insert($0).inserted }
    }
}

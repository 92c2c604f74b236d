import LessonKit

/// A report for people and for editors, which know compilers' lines.
///
///     Lessons/07-gather/lesson.md:41:1: error: a sentence of 34 words, … [sentence-length]
///     11 lessons: 1 finding.
public enum LintText {
    public static func text(_ report: LintReport) -> String {
        var lines = report.fixed.map { "fixed: \($0)" }
        lines += report.findings.map(\.description)
        lines += report.couldNotTell.map { "could not tell: \($0)" }
        lines += report.notes.map { "note: \($0)" }
        lines.append(summary(report))
        return lines.map { $0 + "\n" }.joined()
    }

    /// Every rule and what it promises.
    public static func rules() -> String {
        let width = LintRule.all.map(\.id.count).max() ?? 0
        return LintRule.all.map { rule in
            rule.id + String(repeating: " ", count: width - rule.id.count + 2) + rule.promise + "\n"
        }.joined()
    }

    private static func summary(_ report: LintReport) -> String {
        let lessons = report.lessons == 1 ? "1 lesson" : "\(report.lessons) lessons"
        let findings =
            switch report.findings.count {
            case 0: "nothing to say"
            case 1: "1 finding"
            case let count: "\(count) findings"
            }
        let unknown = report.couldNotTell.isEmpty ? "" : ", and \(report.couldNotTell.count) of which nothing is known"
        return "\(lessons): \(findings)\(unknown)."
    }
}

import Foundation
import LessonKit

/// A report for programs: one JSON object, its format named in it.
public enum LintJSON {
    public static let format = "async-tutor-lint/v1"

    public static func text(_ report: LintReport) -> String {
        let document = Document(
            format: format,
            status: report.status.rawValue,
            lessons: report.lessons,
            findings: report.findings.map(Finding.init),
            couldNotTell: report.couldNotTell,
            notes: report.notes,
            fixed: report.fixed
        )
        return JSONText.text(document)
    }

    private struct Document: Encodable {
        let format: String
        let status: Int32
        let lessons: Int
        let findings: [Finding]
        let couldNotTell: [String]
        let notes: [String]
        let fixed: [String]
    }

    private struct Finding: Encodable {
        let rule: String
        let severity: String
        let file: String
        let line: Int
        let column: Int
        let message: String

        init(_ finding: LintFinding) {
            rule = finding.rule
            severity = finding.diagnostic.severity.rawValue
            file = finding.diagnostic.position.file
            line = finding.diagnostic.position.line
            column = finding.diagnostic.position.column
            message = finding.diagnostic.message
        }
    }
}

enum JSONText {
    /// Keys sorted, so that the same value gives the same bytes; a newline at the end.
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings and numbers that are finite can always be encoded.
        guard let data = try? encoder.encode(value) else { return "{}\n" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}

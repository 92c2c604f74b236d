import Foundation
import LessonKit

/// A report as SARIF 2.1.0 (OASIS, 2020), which code-hosting sites show beside the lines.
public enum SARIFText {
    public static func text(_ report: LintReport) -> String {
        let rules = LintRule.all
        let places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element.id, $0.offset) })
        let run = Run(
            tool: Tool(
                driver: Driver(rules: rules.map { Rule(id: $0.id, shortDescription: Message(text: $0.promise)) })
            ),
            results: report.findings.map { Result($0, index: places[$0.rule]) },
            invocations: [
                Invocation(
                    executionSuccessful: report.couldNotTell.isEmpty,
                    toolExecutionNotifications: report.couldNotTell.map { Notification(level: "error", $0) }
                        + report.notes.map { Notification(level: "note", $0) }
                )
            ]
        )
        return JSONText.text(Log(runs: [run]))
    }

    private struct Log: Encodable {
        enum CodingKeys: String, CodingKey {
            case schema = "$schema"
            case version, runs
        }

        let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
        let version = "2.1.0"
        let runs: [Run]
    }

    private struct Run: Encodable {
        let tool: Tool
        let results: [Result]
        let invocations: [Invocation]
        /// What ``SourcePosition/column`` counts.
        let columnKind = "unicodeCodePoints"
    }

    private struct Tool: Encodable { let driver: Driver }

    private struct Driver: Encodable {
        let name = "tutor lint"
        let rules: [Rule]
    }

    private struct Rule: Encodable {
        let id: String
        let shortDescription: Message
    }

    private struct Message: Encodable { let text: String }

    private struct Invocation: Encodable {
        let executionSuccessful: Bool
        let toolExecutionNotifications: [Notification]
    }

    private struct Notification: Encodable {
        let level: String
        let message: Message

        init(level: String, _ text: String) {
            self.level = level
            message = Message(text: text)
        }
    }

    private struct Result: Encodable {
        let ruleId: String
        let ruleIndex: Int?
        let level: String
        let message: Message
        let locations: [Location]

        init(_ finding: LintFinding, index: Int?) {
            ruleId = finding.rule
            ruleIndex = index
            level = finding.diagnostic.severity.rawValue
            message = Message(text: finding.diagnostic.message)
            locations = [Location(finding.diagnostic.position)]
        }
    }

    private struct Location: Encodable {
        struct Physical: Encodable {
            let artifactLocation: Artifact
            let region: Region
        }

        struct Artifact: Encodable { let uri: String }

        struct Region: Encodable {
            let startLine: Int
            let startColumn: Int
        }

        let physicalLocation: Physical

        init(_ position: SourcePosition) {
            physicalLocation = Physical(
                artifactLocation: Artifact(uri: Self.uri(position.file)),
                region: Region(startLine: position.line, startColumn: position.column)
            )
        }

        /// RFC 3986: a relative path stays one; an absolute one has its scheme.
        private static func uri(_ path: String) -> String {
            let allowed = CharacterSet(charactersIn: "/-._~").union(.alphanumerics)
            let ascii = allowed.intersection(CharacterSet(charactersIn: Unicode.Scalar(0x21)...Unicode.Scalar(0x7E)))
            let encoded = path.addingPercentEncoding(withAllowedCharacters: ascii) ?? path
            return path.hasPrefix("/") ? "file://\(encoded)" : encoded
        }
    }
}

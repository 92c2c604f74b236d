import Foundation
import LessonKit

/// CPython's transcripts in the kit's words: one ordered table for all ported programs, none for a single one. It is
/// printed in `Tests/Conformance/MAPPING.md`, and a test holds the two together.
enum PythonWords {
    struct Rule: Sendable {
        let python: String
        let swift: String
        let reason: String
    }

    /// Applied in this order, each to what the one before it made, after ``LiteralMapping``.
    static let rules = [
        Rule(
            python: #"(?<!\w)\(\)"#,
            swift: "nil",
            reason: "`args` of a `CancelledError` without a message; in Swift `message` is an optional"
        ),
        Rule(
            python: #"\(("[^"\n]*"),\)"#,
            swift: "Optional($1)",
            reason: "`args` of a `CancelledError` with a message"
        ),
        Rule(
            python: #"\((\d+),\)"#,
            swift: #"Optional("$1")"#,
            reason: "a message is any value in Python, a `String` in Swift (promise 86)"
        ),
        Rule(
            python: #"\b(\w+Error)\((?=")"#,
            swift: "$1(message: ",
            reason: "an error printed as a value: Swift shows the name of its property"
        ),
        Rule(
            python: #"\bRuntimeError\b(?!\()"#,
            swift: "LoopError",
            reason: "asyncio's own `RuntimeError` has a type of its own in the kit"
        ),
    ]

    static func swift(_ transcript: String) -> String {
        transcript.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                rules.reduce(LiteralMapping.swift(fromPython: String(line))) { text, rule in
                    text.replacingOccurrences(of: rule.python, with: rule.swift, options: .regularExpression)
                }
            }
            .joined(separator: "\n")
    }
}

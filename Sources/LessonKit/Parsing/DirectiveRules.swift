/// What directives there are, and what keys each takes: the one table that the parser and its messages are read from.
struct DirectiveRule {
    let name: String
    let keys: [Key]

    struct Key {
        let name: String
        let isRequired: Bool
        /// The key is allowed, and perhaps required, only where another key has this value.
        let onlyWith: (key: String, value: String)?

        static func required(_ name: String, onlyWith: (String, String)? = nil) -> Key {
            Key(name: name, isRequired: true, onlyWith: onlyWith)
        }

        static func optional(_ name: String, onlyWith: (String, String)? = nil) -> Key {
            Key(name: name, isRequired: false, onlyWith: onlyWith)
        }
    }

    static let all: [DirectiveRule] = [
        DirectiveRule(name: "lesson", keys: [.required("minutes"), .optional("python"), .optional("needs")]),
        DirectiveRule(name: "demo", keys: [.required("file"), .optional("slice")]),
        DirectiveRule(
            name: "question",
            keys: [
                .required("id"), .required("kind"), .optional("points"),
                .required("ask", onlyWith: ("kind", "predict")),
                .optional("demo", onlyWith: ("kind", "predict")),
                .optional("schedule", onlyWith: ("kind", "predict")),
                .optional("at", onlyWith: ("ask", "time")),
                .optional("containing", onlyWith: ("ask", "count")),
            ]
        ),
        // In paths.md only.
        DirectiveRule(name: "path", keys: [.required("id")]),
    ]

    /// Those of an exercise's `feedback.md`.
    static let feedback = [
        DirectiveRule(name: "on", keys: [.optional("check"), .optional("diagnostic"), .optional("end")])
    ]

    /// The values of `kind=`.
    static let questionKinds = ["choice", "multiple", "predict", "number", "text", "order", "code", "explain"]
    /// The values of `ask=`.
    static let asks = ["lines", "first", "order", "time", "count"]
}

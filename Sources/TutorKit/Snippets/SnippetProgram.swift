/// A whole program for one snippet: what came with the demo, what was kept, and the snippet itself.
///
/// Every piece of the learner's keeps its own line numbers, under the name ``name(ofSnippet:)``.
struct SnippetProgram: Sendable, Equatable {
    let source: SourceFile

    /// What the compiler calls the snippet that is tried.
    static let name = "try"

    static func name(ofSnippet number: Int) -> String { "snippet \(number)" }

    /// - Parameters:
    ///   - prelude: declarations that are there without having been typed.
    ///   - form: of the snippet's last statement.
    ///   - uses: where `_` stands for the last value: line and column in the snippet, 1-based.
    init(
        _ snippet: Snippet,
        book: SnippetBook,
        prelude: SnippetPrelude,
        form: SnippetForm,
        uses: Set<SnippetPlace> = []
    ) {
        var lines = ["import ConcurrencyKit"]
        let mine = Set(snippet.items.flatMap(\.names))
        let changeable = book.changeable(with: snippet.items)
        let kept = book.entries.flatMap { entry in
            entry.items.map { Piece(kept: $0, file: SnippetProgram.name(ofSnippet: entry.number)) }
        }
        let new = snippet.items.enumerated().map { index, item in
            Piece(
                kept: SnippetBook.Kept(
                    item: item,
                    form: index == snippet.items.count - 1 ? form : .statements,
                    followsTry: snippet.followsTry && index == 0
                ),
                file: SnippetProgram.name
            )
        }
        func isGlobal(_ item: SnippetItem) -> Bool {
            switch item.kind {
            case .importing, .type: true
            // Types can call it then. One that speaks of variables has to stand beside them.
            case .function: item.words.isDisjoint(with: changeable)
            case .variable, .expression, .statement: false
            }
        }
        let global =
            kept.filter { isGlobal($0.item) && mine.isDisjoint(with: $0.item.names) } + new.filter { isGlobal($0.item) }
        let taken = Set((kept + new).flatMap(\.item.names))
        for piece in prelude.items where taken.isDisjoint(with: piece.item.names) {
            lines += SnippetProgram.located(piece.item.text, Piece(item: piece.item, file: piece.file))
        }
        for piece in global { lines += SnippetProgram.located(piece.item.text, piece) }
        lines += SnippetProgram.support
        lines.append("@Loop func tutorMain_() async throws {")
        var body = Body()
        for piece in kept where !isGlobal(piece.item) { body.add(piece, call: "tutorDrop_") }
        if !uses.isEmpty, let last = book.last {
            body.lines += SnippetProgram.expression(Piece(kept: last, file: SnippetProgram.name), "let tutorLast_ = ")
        }
        body.lines.append("tutorBegin_()")
        for piece in new where !isGlobal(piece.item) { body.add(piece.replacing(uses), call: "tutorShow_") }
        lines += body.lines + Array(repeating: "}", count: body.open) + ["}", "try run(tutorMain_)", ""]
        source = SourceFile(name: "try.swift", text: lines.joined(separator: "\n"), role: .script)
    }

    /// What is in the learner's program and not the learner's. The names are ones that nobody types.
    private static let support = [
        "func tutorBegin_() {",
        "    let now = (EventLoop.running?.time ?? .zero).components",
        "    print(\"\\u{1}begin \\(now.seconds * 1_000_000_000 + now.attoseconds / 1_000_000_000)\\u{2}\")",
        "}",
        "func tutorDrop_<Value>(_ value: Value) {}",
        "func tutorShow_<Value>(_ value: Value) {",
        "    if Value.self == Void.self { return }",
        "    print(\"\\u{1}value\\u{2}\")",
        "    if value is any StringProtocol || value is Character { debugPrint(value) } else { print(value) }",
        "}",
    ]

    struct Piece {
        let item: SnippetItem
        let text: String
        let form: SnippetForm
        let followsTry: Bool
        let file: String

        init(kept: SnippetBook.Kept, file: String) {
            (item, text, form, followsTry) = (kept.item, kept.item.text, kept.form, kept.followsTry)
            self.file = file
        }

        init(item: SnippetItem, file: String) {
            (self.item, text, form, followsTry, self.file) = (item, item.text, .statements, false, file)
        }

        private init(_ other: Piece, text: String) {
            (item, self.text, form) = (other.item, text, other.form)
            (followsTry, file) = (other.followsTry, other.file)
        }

        /// `_` at these places of the snippet is the last value.
        func replacing(_ uses: Set<SnippetPlace>) -> Piece {
            guard !uses.isEmpty else { return self }
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
            // From the right, so that the places to the left stay where they are.
            for use in uses.sorted(by: { ($0.line, $0.column) > ($1.line, $1.column) }) {
                let line = use.line - item.line
                let column = use.column - 1 - (line == 0 ? item.column - 1 : 0)
                guard lines.indices.contains(line), lines[line].indices.contains(column), lines[line][column] == "_"
                else {
                    continue
                }
                lines[line].replaceSubrange(column...column, with: "tutorLast_")
            }
            return Piece(self, text: lines.map { String($0) }.joined(separator: "\n"))
        }
    }

    /// The inside of the main function.
    private struct Body {
        var lines: [String] = []
        /// Scopes that have to be closed.
        var open = 0
        private var declared: Set<String> = []

        mutating func add(_ piece: Piece, call: String) {
            if !declared.isDisjoint(with: piece.item.names) {
                // As in a notebook, a name may be given again. What speaks of the earlier one stands before.
                lines.append("do {")
                open += 1
                declared = []
            }
            declared.formUnion(piece.item.names)
            if piece.item.kind == .expression, piece.form == .expression {
                lines += SnippetProgram.expression(piece, call)
            } else {
                lines += SnippetProgram.statement(piece)
            }
        }
    }

    /// Swift's `try`, where the learner's was the tutor's command.
    private static func prefix(_ piece: Piece) -> String {
        piece.followsTry && piece.item.kind == .expression && !piece.item.saysTry ? "try " : ""
    }

    private static func expression(_ piece: Piece, _ call: String) -> [String] {
        located("\(call)(\(prefix(piece))\(piece.text)\n)", piece)
    }

    private static func statement(_ piece: Piece) -> [String] { located(prefix(piece) + piece.text, piece) }

    /// On lines of its own, at its own column, under its own name. What must stand before an expression stands on its first
    /// line, since the compiler lets nobody number the lines inside of one.
    private static func located(_ text: String, _ piece: Piece) -> [String] {
        [
            "#sourceLocation(file: \"\(piece.file)\", line: \(piece.item.line))",
            String(repeating: " ", count: piece.item.column - 1) + text, "#sourceLocation()",
        ]
    }

    /// How far the compiler's columns in the first line of a snippet's statements are from the learner's.
    static func shift(_ snippet: Snippet) -> Int {
        guard snippet.followsTry, let first = snippet.items.first, first.kind == .expression, !first.saysTry else {
            return 0
        }
        return 4
    }
}

/// A place in a snippet.
struct SnippetPlace: Sendable, Hashable {
    /// 1-based.
    let line: Int
    /// 1-based, in characters.
    let column: Int
}

import Foundation

/// A node of what `swift-frontend -dump-parse -dump-ast-format json` prints, as far as it is needed.
///
/// The format is no stable interface: what is not as expected here makes the whole unreadable, and then nothing is said
/// about the structure of a source.
indirect enum SyntaxTree: Equatable {
    case object([String: SyntaxTree])
    case array([SyntaxTree])
    case text(String)
    case number(Int)
    /// A flag, or nothing.
    case other

    /// Nil for what is no JSON, or is no parse of a source file.
    init?(json: Data) {
        // Nodes are nested as deeply as the source is; Foundation gives up at 512.
        guard let any = try? JSONSerialization.jsonObject(with: json) else { return nil }
        self.init(any)
        guard kind == "source_file", case .array? = self["items"] else { return nil }
    }

    private init(_ any: Any) {
        switch any {
        case let fields as [String: Any]: self = .object(fields.mapValues { SyntaxTree($0) })
        case let items as [Any]: self = .array(items.map { SyntaxTree($0) })
        case let text as String: self = .text(text)
        case let number as Int: self = .number(number)
        default: self = .other
        }
    }

    subscript(key: String) -> SyntaxTree? {
        if case .object(let fields) = self { fields[key] } else { nil }
    }

    /// `call_expr`, `for_each_stmt`, …
    var kind: String? { self["_kind"]?.string }

    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var items: [SyntaxTree] {
        if case .array(let items) = self { items } else { [] }
    }

    /// Bytes of the source, from the node's first token to its last token's beginning; most expressions have none.
    var range: ClosedRange<Int>? {
        guard case .number(let start)? = self["range"]?["start"], case .number(let end)? = self["range"]?["end"],
            0 <= start, start <= end
        else { return nil }
        return start...end
    }

    /// Of a declaration: `fetchAll`, `deinit`.
    var declaredName: String? {
        let name = self["name"]?["base_name"]
        return name?["name"]?.string ?? name?["special"]?.string
    }
}

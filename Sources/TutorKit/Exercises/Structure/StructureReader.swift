import LessonChecks

/// Reads from a parse what checks may ask about a source.
struct StructureReader {
    private var calls: [(call: SourceFacts.Call, offset: Int)] = []
    private var catches: [SourceFacts.Catch] = []
    private var names: Set<String> = []
    private var places: CallPlaces

    /// Where in the program a node stands.
    private struct Context {
        var function: String?
        var isInLoop = false
        var isAwaited = false
        /// Of the nearest node around that knows its own.
        var range: ClosedRange<Int>
    }

    private init(_ text: String) { places = CallPlaces(text) }

    /// - Parameter tree: The parse of `text`.
    static func facts(_ tree: SyntaxTree, of text: String) -> SourceFacts {
        var reader = StructureReader(text)
        reader.visit(tree["items"] ?? .other, Context(range: 0...text.utf8.count))
        return SourceFacts(
            calls: reader.calls.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
                .map(\.element.call),
            catches: reader.catches,
            names: reader.names.sorted()
        )
    }

    private mutating func visit(_ node: SyntaxTree, _ context: Context) {
        switch node {
        case .array(let items): for item in items { visit(item, context) }
        case .object: visitObject(node, context)
        case .text, .number, .other: break
        }
    }

    private mutating func visitObject(_ node: SyntaxTree, _ context: Context) {
        var inner = context
        if let range = node.range { inner.range = range }
        switch node.kind {
        case "func_decl", "constructor_decl", "destructor_decl", "accessor_decl":
            let name = node.declaredName ?? node["for"]?["base_name"]?["name"]?.string ?? "init"
            // A `defer` is parsed as a function of this name.
            if name != "$defer" { inner = Context(function: name, range: inner.range) }
        case "closure_expr": inner = Context(function: context.function, range: inner.range)
        case "await_expr": inner.isAwaited = true
        case "sequence_expr": return visitSequence(node["elements"]?.items ?? [], inner)
        case "call_expr": note(call: node, inner)
        case "for_each_stmt", "while_stmt", "repeat_while_stmt": return visitLoop(node, inner)
        case "do_catch_stmt": for clause in node["catch_stmts"]?.items ?? [] { note(catch: clause, inner) }
        case "unresolved_decl_ref_expr", "unresolved_member_expr": note(name: node["name"])
        case "unresolved_dot_expr": note(name: node["field"])
        case "type_unqualified_ident": note(name: node["id"])
        default: break
        }
        visitChildren(of: node, except: [], inner)
    }

    private mutating func visitChildren(of node: SyntaxTree, except keys: Set<String>, _ context: Context) {
        guard case .object(let fields) = node else { return }
        // The processed initialiser is the original once more.
        for key in fields.keys.sorted() where !keys.contains(key) && key != "processed_init" && key != "range" {
            if let child = fields[key] { visit(child, context) }
        }
    }

    private mutating func visitLoop(_ node: SyntaxTree, _ context: Context) {
        visitChildren(of: node, except: ["body"], context)
        var body = context
        body.isInLoop = true
        if let block = node["body"] { visit(block, body) }
    }

    /// Operators are not folded yet, and an `await` covers everything to its right.
    private mutating func visitSequence(_ elements: [SyntaxTree], _ context: Context) {
        var context = context
        for element in elements {
            visit(element, context)
            if element.isAwait { context.isAwaited = true }
        }
    }

    private mutating func note(call node: SyntaxTree, _ context: Context) {
        guard let called = node["fn"], let name = called["field"]?.string ?? called["name"]?.string, name.isIdentifier,
            // What string interpolation is parsed as.
            called["base"]?.kind != "declref_expr"
        else { return }
        let place = places.next(name, in: context.range)
        let call = SourceFacts.Call(
            name: name,
            line: place.line,
            function: context.function,
            isInLoop: context.isInLoop,
            isAwaited: context.isAwaited
        )
        calls.append((call, place.offset))
    }

    private mutating func note(catch node: SyntaxTree, _ context: Context) {
        catches.append(
            SourceFacts.Catch(
                line: places.line(at: node.range?.lowerBound ?? context.range.lowerBound),
                function: context.function,
                catchesAll: (node["case_label_items"]?.items ?? []).contains(where: \.catchesAll),
                throwsAgain: node["body"]?.contains(kind: "throw_stmt") ?? false
            )
        )
    }

    private mutating func note(name: SyntaxTree?) {
        if let name = name?.string, name.isIdentifier { names.insert(name) }
    }
}

extension SyntaxTree {
    /// `await x`, `try await x`, `try? await x`.
    fileprivate var isAwait: Bool {
        switch kind {
        case "await_expr": true
        case "try_expr", "optional_try_expr", "force_try_expr": self["sub_expr"]?.isAwait ?? false
        default: false
        }
    }

    /// Of an item of a `catch`: no condition, and a pattern that is a name or nothing.
    fileprivate var catchesAll: Bool {
        guard self["guard_expr"] == nil, let pattern = self["pattern"] else { return false }
        switch pattern.kind {
        case "pattern_any": return true
        case "pattern_binding":
            let kind = pattern["sub_pattern"]?.kind
            return kind == "pattern_named" || kind == "pattern_any"
        default: return false
        }
    }

    fileprivate func contains(kind: String) -> Bool {
        switch self {
        case .object(let fields): self.kind == kind || fields.values.contains { $0.contains(kind: kind) }
        case .array(let items): items.contains { $0.contains(kind: kind) }
        case .text, .number, .other: false
        }
    }
}

extension String {
    fileprivate var isIdentifier: Bool {
        guard let first, first.isLetter || first == "_" else { return false }
        return allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
}

/// What earlier snippets left behind: their declarations, and what changed those.
///
/// Each snippet is a process of its own. What it needs of earlier ones is run anew before it, unseen: in virtual time that
/// gives the same every time. Kept are declarations, and statements that speak of a kept variable (`count += 1`).
public struct SnippetBook: Sendable, Equatable {
    struct Entry: Sendable, Equatable {
        /// Counts the snippets from 1, as the compiler's messages name them.
        let number: Int
        var items: [Kept]
    }

    struct Kept: Sendable, Equatable {
        let item: SnippetItem
        let form: SnippetForm
        /// `try` was typed before it as the tutor's command.
        let followsTry: Bool
    }

    private(set) var entries: [Entry] = []
    /// The last value that was shown, as what gives it anew; `_` stands for it.
    private(set) var last: Kept?
    private var count = 0

    public init() {}

    public var isEmpty: Bool { entries.isEmpty }

    /// As they were typed, with the number of the snippet, oldest first.
    public var listing: [(number: Int, text: String)] {
        entries.map { ($0.number, $0.items.map(\.item.text).joined(separator: "\n")) }
    }

    /// The number of the snippet that comes next.
    var nextNumber: Int { count + 1 }

    /// Words that stand for something that can change from one line to the next: variables, and functions that speak of
    /// them.
    func changeable(with more: [SnippetItem] = []) -> Set<String> {
        let items = entries.flatMap(\.items).map(\.item) + more
        var names = Set(items.filter { $0.kind == .variable }.flatMap(\.names))
        var isGrowing = true
        while isGrowing {
            let found = items.filter { $0.kind == .function && !$0.words.isDisjoint(with: names) }.flatMap(\.names)
            isGrowing = !names.isSuperset(of: found)
            names.formUnion(found)
        }
        return names
    }

    /// Keeps what later snippets need of one that ran well.
    ///
    /// - Parameter showedValue: its last statement had a value, which `_` is from now on.
    mutating func keep(_ snippet: Snippet, form: SnippetForm, showedValue: Bool) {
        count += 1
        let names = changeable(with: snippet.items)
        let all = snippet.items.enumerated().map { index, item in
            let isLast = index == snippet.items.count - 1
            return Kept(
                item: item,
                form: isLast ? form : .statements,
                followsTry: snippet.followsTry && index == 0
            )
        }
        let kept = all.filter { kept in
            switch kept.item.kind {
            case .importing, .type, .function, .variable: true
            // A name alone is looked at, and changes nothing.
            case .expression, .statement:
                kept.item.words != [kept.item.text] && !kept.item.words.isDisjoint(with: names)
            }
        }
        forget(replacedBy: kept.map(\.item))
        if !kept.isEmpty { entries.append(Entry(number: count, items: kept)) }
        if showedValue, let value = all.last { last = value }
    }

    /// A snippet that was run and leaves nothing behind still has its number.
    mutating func skip() { count += 1 }

    /// What was declared at file scope under a name is gone once the name is declared anew; variables are only hidden.
    private mutating func forget(replacedBy items: [SnippetItem]) {
        let names = Set(items.flatMap(\.names))
        let local = changeable()
        for index in entries.indices {
            entries[index].items.removeAll { kept in
                switch kept.item.kind {
                case .type, .function:
                    !names.isDisjoint(with: kept.item.names) && local.isDisjoint(with: kept.item.names)
                case .importing, .variable, .expression, .statement: false
                }
            }
        }
        entries.removeAll { $0.items.isEmpty }
    }
}

/// How the last statement of a snippet is compiled.
public enum SnippetForm: Sendable, Equatable {
    /// It has a value, which is shown.
    case expression
    case statements
}

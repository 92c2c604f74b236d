/// What a journal's bytes say: every whole entry, and every line that is none.
///
/// Reading never fails. A line that was cut short (the tutor was killed while it wrote) or damaged is left where it is,
/// skipped, and reported once.
public struct JournalReading: Sendable, Equatable {
    /// In the order in which they were written; a line that was written twice counts once.
    public let entries: [JournalEntry]
    /// The lines that are no entries and that the learner was not told of yet.
    public let damage: [JournalDamage]
    /// The last line has no newline yet: whoever appends must begin with one.
    let endsInsideLine: Bool

    public static let empty = JournalReading([])

    /// - Parameter bytes: the whole of `journal.jsonl`.
    public init(_ bytes: [UInt8]) {
        struct Name: Hashable {
            let session: String
            let number: Int
        }
        var entries: [JournalEntry] = []
        var damage: [JournalDamage] = []
        var seen: Set<Name> = []
        var noticed: Set<Int> = []
        let endsInsideLine = bytes.last.map { $0 != JournalReading.newline } ?? false

        let lines = bytes.split(separator: JournalReading.newline, omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() where !bytes.isEmpty {
            do {
                let entry = try JournalEntry(jsonLine: bytes)
                guard seen.insert(Name(session: entry.session, number: entry.number)).inserted else { continue }
                if case .noticed(let lines) = entry.kind { noticed.formUnion(lines) }
                entries.append(entry)
            } catch {
                let isLast = endsInsideLine && index == lines.count - 1
                damage.append(
                    JournalDamage(
                        line: index + 1,
                        reason: isLast ? .cutShort : .notAnEntry(error.reason),
                        text: String(decoding: bytes, as: UTF8.self)
                    )
                )
            }
        }
        self.entries = entries
        self.damage = damage.filter { !noticed.contains($0.line) }
        self.endsInsideLine = endsInsideLine
    }

    static let newline = UInt8(ascii: "\n")
}

/// A line of the journal that is no entry.
public struct JournalDamage: Sendable, Equatable, CustomStringConvertible {
    /// 1-based. Stays true for ever, because nothing is ever rewritten.
    public let line: Int
    public let reason: Reason
    /// The line, raw but for bytes that are no UTF-8.
    public let text: String

    public enum Reason: Sendable, Equatable {
        /// The last line, and it has no end: the tutor or the machine stopped while it was being written.
        case cutShort
        /// In a few words.
        case notAnEntry(String)
    }

    public var description: String {
        switch reason {
        case .cutShort:
            "journal.jsonl:\(line): this line was cut short when the tutor stopped; "
                + "it was left as it is, and all before it is kept"
        case .notAnEntry(let reason):
            "journal.jsonl:\(line): this line is damaged (\(reason)); it was left as it is and does not count"
        }
    }
}

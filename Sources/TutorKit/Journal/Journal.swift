import Foundation
import Synchronization

/// The learner's history, kept as it happens: an append-only file, one write and one fsync an entry.
///
///     let journal = try Journal.open(folder: data, session: "k3f9", now: { Date() })
///     let entry = journal.entry(.opened(lesson: "gather"))
///     try journal.append(entry)
///
/// Nothing is ever rewritten in place. An entry that cannot be written stays in ``unsaved``, and the next `append`
/// tries it again first, so that the order in the file is the order in which things happened.
public final class Journal: Sendable {
    /// What was in the file when it was opened.
    public let reading: JournalReading
    public let session: String
    /// Nil for a journal that saves nothing.
    public let path: String?

    private let now: @Sendable () -> Date
    /// Held, never used: letting go of it is the end of the lock.
    private let lock: JournalLock?
    private let state: Mutex<State>

    private struct State {
        let file: (any JournalFile)?
        var lastNumber: Int
        /// The file does not end in a newline: by a killed tutor, or by a write that was cut short.
        var isInsideLine: Bool
        var unsaved: [JournalEntry] = []
    }

    init(
        file: (any JournalFile)?,
        path: String?,
        reading: JournalReading,
        session: String,
        lock: JournalLock?,
        now: @escaping @Sendable () -> Date
    ) {
        self.reading = reading
        self.session = session
        self.path = path
        self.now = now
        self.lock = lock
        let numbers = reading.entries.lazy.filter { $0.session == session }.map(\.number)
        state = Mutex(
            State(file: file, lastNumber: numbers.max() ?? 0, isInsideLine: reading.endsInsideLine)
        )
    }

    /// Opens `journal.jsonl` in `folder`, making both if need be, and locks it for this process.
    ///
    /// - Parameters:
    ///   - session: a name for this run of the tutor.
    ///   - now: the clock that entries are stamped with.
    /// - Throws: ``JournalError``. After ``JournalError/inUse(path:processID:)`` the tutor may go on with
    ///   ``notSaving(after:session:now:)``.
    public static func open(
        folder: String,
        session: String,
        processID: Int32 = ProcessInfo.processInfo.processIdentifier,
        now: @escaping @Sendable () -> Date
    ) throws(JournalError) -> Journal {
        do {
            try JournalFolder.make(folder)
        } catch {
            throw .noFolder(path: folder, error)
        }
        let path = "\(folder)/journal.jsonl"
        let lock: JournalLock
        do {
            lock = try JournalLock(path: "\(folder)/journal.lock", processID: processID)
        } catch {
            switch error {
            case .held(let holder): throw .inUse(path: path, processID: holder)
            case .system(let error): throw .cannotOpen(path: "\(folder)/journal.lock", error)
            }
        }
        let file: AppendOnlyFile
        do {
            file = try AppendOnlyFile(path: path)
        } catch {
            throw .cannotOpen(path: path, error)
        }
        JournalFolder.sync(folder)
        return Journal(
            file: file,
            path: path,
            reading: try read(file, path),
            session: session,
            lock: lock,
            now: now
        )
    }

    /// A journal that keeps its entries in memory alone, for when saving is not possible or not wanted.
    public static func notSaving(
        after reading: JournalReading = .empty,
        session: String,
        now: @escaping @Sendable () -> Date
    ) -> Journal {
        Journal(file: nil, path: nil, reading: reading, session: session, lock: nil, now: now)
    }

    /// What the journal in `folder` says, without locking it or making anything; empty if there is none.
    public static func read(folder: String) throws(JournalError) -> JournalReading {
        let path = "\(folder)/journal.jsonl"
        let file: AppendOnlyFile
        do {
            file = try AppendOnlyFile(readingFrom: path)
        } catch {
            if error == .notThere { return .empty }
            throw .cannotOpen(path: path, error)
        }
        return try read(file, path)
    }

    /// Stamps what happened with the time and the next number of the session. Writes nothing.
    public func entry(_ kind: JournalEntry.Kind) -> JournalEntry {
        let number = state.withLock { state in
            state.lastNumber += 1
            return state.lastNumber
        }
        return JournalEntry(number: number, time: now(), session: session, kind: kind)
    }

    /// Returns when the entry, and those that could not be saved earlier, are on the disk.
    ///
    /// - Throws: ``JournalError/cannotWrite(path:unsaved:_:)``; the entry then stays in ``unsaved``.
    public func append(_ entry: JournalEntry) throws(JournalError) {
        try state.withLock { state throws(JournalError) in
            state.unsaved.append(entry)
            try save(&state)
        }
    }

    /// Tries once more to write what could not be written: for when the tutor is about to end.
    public func saveUnsaved() throws(JournalError) {
        try state.withLock { state throws(JournalError) in try save(&state) }
    }

    /// Entries that are not on the disk, oldest first.
    public var unsaved: [JournalEntry] {
        state.withLock { $0.unsaved }
    }

    private func save(_ state: inout State) throws(JournalError) {
        guard let file = state.file else { return }
        while let entry = state.unsaved.first {
            do {
                try write(entry, to: file, &state.isInsideLine)
            } catch {
                throw .cannotWrite(path: path ?? "", unsaved: state.unsaved.count, error)
            }
            state.unsaved.removeFirst()
        }
    }

    /// After a write that was cut short, the next line begins with a newline: the piece becomes a line of its own.
    private func write(
        _ entry: JournalEntry,
        to file: any JournalFile,
        _ isInsideLine: inout Bool
    ) throws(SystemError) {
        let bytes = Array("\(isInsideLine ? "\n" : "")\(entry.jsonLine)\n".utf8)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try file.write(rest)
            guard count > 0 else { throw .inputOutput }
            rest = rest.dropFirst(count)
            isInsideLine = !rest.isEmpty
        }
        try file.sync()
    }

    private static func read(_ file: AppendOnlyFile, _ path: String) throws(JournalError) -> JournalReading {
        let contents: [UInt8]?
        do {
            contents = try file.contents()
        } catch {
            throw .cannotRead(path: path, error)
        }
        guard let contents else { throw .notAFile(path: path) }
        return JournalReading(contents)
    }
}

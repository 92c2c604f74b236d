import Foundation
import Synchronization

@testable import TutorKit

/// A folder of its own for one test, gone when the value is.
final class ScratchFolder: Sendable {
    let path: String

    init() {
        path = "\(NSTemporaryDirectory())/async-tutor-test-\(UUID().uuidString)"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var journal: String { "\(path)/journal.jsonl" }

    func bytes() throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: journal)))
    }

    func text() throws -> String {
        String(decoding: try bytes(), as: UTF8.self)
    }

    func write(_ bytes: some Sequence<UInt8>, to path: String? = nil) throws {
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: path ?? journal))
    }

    func open(session: String = "s") throws -> Journal {
        try Journal.open(folder: path, session: session, processID: 4711, now: { .fixed })
    }
}

extension Date {
    /// 2026-03-01T09:30:00.250Z
    static let fixed = Date(timeIntervalSince1970: 1_772_357_400.25)
}

extension Journal {
    func record(_ kinds: JournalEntry.Kind...) throws {
        for kind in kinds { try append(entry(kind)) }
    }
}

extension JournalEntry.Kind {
    static func answered(
        _ question: String,
        _ judgement: JournalEntry.Judgement,
        _ answer: String = "b",
        hash: String = "h1",
        misconception: String? = nil,
        points: Double = 0,
        lesson: String = "gather"
    ) -> JournalEntry.Kind {
        .attempt(
            JournalEntry.Attempt(
                lesson: lesson,
                question: question,
                contentHash: hash,
                answer: answer,
                judgement: judgement,
                misconceptions: misconception.map { [$0] } ?? [],
                points: points
            )
        )
    }

    /// Some letters are right, others are not.
    static func partly(_ question: String, misconceptions: [String], points: Double) -> JournalEntry.Kind {
        .attempt(
            JournalEntry.Attempt(
                lesson: "gather",
                question: question,
                contentHash: "h1",
                answer: "a, c",
                judgement: .wrong,
                misconceptions: misconceptions,
                points: points
            )
        )
    }

    static func at(_ question: String, lesson: String = "gather") -> JournalEntry.Kind {
        .position(JournalEntry.Position(lesson: lesson, place: .question(question)))
    }

    /// One of each kind, with texts that are hard to write down.
    static let all: [JournalEntry.Kind] = [
        .opened(lesson: "gather"),
        .ran(lesson: "gather", demo: "demo"),
        .position(JournalEntry.Position(lesson: "gather", place: .item(3))),
        .at("gather-order"),
        .partly("gather-which", misconceptions: ["a", "b"], points: 0.33),
        .answered("gather-explain", .ungraded, "Because\nof both."),
        .answered("gather-order", .wrong, "a, \"b\"\n\\ é 👩‍👩‍👧 \u{0}\u{1B}\u{2028}", misconception: "reversed"),
        .hint(lesson: "gather", question: "gather-order", number: 2),
        .answered("gather-order", .couldNotTell),
        .answered("gather-order", .right, points: 1.5),
        .skipped(lesson: "gather", question: "gather-why"),
        .dispute(
            JournalEntry.Dispute(lesson: "gather", question: "gather-why", answer: "C", words: "It does wait!")
        ),
        .reset(.lesson("gather")),
        .reset(.all),
        .resetUndone,
        .noticed(damagedLines: [2, 7]),
    ]
}

/// A disk with room for so many bytes, in memory. What does not fit is not written.
final class SmallDisk: JournalFile {
    private let state: Mutex<(bytes: [UInt8], room: Int, failingSyncs: Int)>

    init(room: Int = .max, failingSyncs: Int = 0) {
        state = Mutex(([], room, failingSyncs))
    }

    var bytes: [UInt8] { state.withLock { $0.bytes } }

    func makeRoom(_ count: Int = .max) {
        state.withLock { $0.room = count }
    }

    func write(_ bytes: ArraySlice<UInt8>) throws(SystemError) -> Int {
        try state.withLock { state throws(SystemError) in
            let count = min(bytes.count, state.room)
            guard count > 0 else { throw SystemError(code: ENOSPC) }
            state.bytes += bytes.prefix(count)
            state.room -= count
            return count
        }
    }

    func sync() throws(SystemError) {
        try state.withLock { state throws(SystemError) in
            guard state.failingSyncs == 0 else {
                state.failingSyncs -= 1
                throw SystemError(code: EIO)
            }
        }
    }

    func journal() -> Journal {
        Journal(
            file: self,
            path: "/data/journal.jsonl",
            reading: JournalReading(bytes),
            session: "s",
            lock: nil,
            now: { .fixed }
        )
    }
}

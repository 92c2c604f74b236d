import Foundation
import Testing

@testable import TutorKit

@Suite struct JournalLockTests {
    @Test func secondTutorIsToldWhoWrites() throws {
        let folder = ScratchFolder()
        let first = try folder.open()
        let error = #expect(throws: JournalError.inUse(path: folder.journal, processID: 4711)) { try folder.open() }
        #expect(
            error?.description == "\(folder.journal): another tutor (process 4711) is writing your progress. "
                + "Go on there, or end it and start again."
        )
        // It may read all the same, and the first goes on undisturbed.
        try first.record(.opened(lesson: "gather"))
        #expect(try Journal.read(folder: folder.path).entries.count == 1)
    }

    @Test func lockEndsWithItsJournal() throws {
        let folder = ScratchFolder()
        try { try folder.open().record(.opened(lesson: "gather")) }()
        #expect(try folder.open().reading.entries.count == 1)
    }

    @Test func numberOfADeadProcessInTheLockFileDoesNotBlock() throws {
        let folder = ScratchFolder()
        try folder.write("2147483646\n".utf8, to: "\(folder.path)/journal.lock")
        _ = try folder.open()
    }

    @Test func unreadableNumberInTheLockFileIsNoNumber() throws {
        let folder = ScratchFolder()
        let first = try folder.open()
        try "\u{0}what?".write(toFile: "\(folder.path)/journal.lock", atomically: false, encoding: .utf8)
        #expect(throws: JournalError.inUse(path: folder.journal, processID: nil)) { try folder.open() }
        _ = first
    }

    @Test(.enabled(if: Python.path != nil, "python3 is not on PATH"))
    func lockOfAKilledProcessDoesNotBlock() throws {
        let folder = ScratchFolder()
        try folder.write([])
        let holder = Process()
        let output = Pipe()
        holder.executableURL = URL(fileURLWithPath: try #require(Python.path))
        holder.arguments = [
            "-c",
            "import fcntl, sys, time; f = open(sys.argv[1], 'w'); fcntl.flock(f, fcntl.LOCK_EX); "
                + "print('locked', flush=True); time.sleep(60)",
            "\(folder.path)/journal.lock",
        ]
        holder.standardOutput = output
        try holder.run()
        #expect(output.fileHandleForReading.readData(ofLength: 6) == Data("locked".utf8))
        #expect(throws: JournalError.inUse(path: folder.journal, processID: nil)) { try folder.open() }
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        _ = try folder.open()
    }
}

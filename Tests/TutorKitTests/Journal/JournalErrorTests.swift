import Foundation
import Testing

@testable import TutorKit

@Suite struct JournalErrorTests {
    @Test func fullDiskIsToldAtOnceAndTheEntryIsKept() throws {
        let disk = SmallDisk(room: 0)
        let journal = disk.journal()
        let entry = journal.entry(.opened(lesson: "gather"))
        #expect(
            throws: JournalError.cannotWrite(path: "/data/journal.jsonl", unsaved: 1, SystemError(code: ENOSPC))
        ) {
            try journal.append(entry)
        }
        #expect(journal.unsaved == [entry])

        disk.makeRoom()
        try journal.saveUnsaved()
        #expect(journal.unsaved.isEmpty)
        #expect(JournalReading(disk.bytes).entries == [entry])
    }

    @Test func messageSaysWhereWhatAndWhatToDo() {
        let error = JournalError.cannotWrite(path: "/data/journal.jsonl", unsaved: 2, SystemError(code: ENOSPC))
        #expect(
            error.description == "/data/journal.jsonl: could not be written: No space left on device. "
                + "2 entries are not saved yet. Make room on the disk. The next answer saves them too."
        )
    }

    @Test func diskThatFillsUpAtAnyByteLosesNothingOnceThereIsRoom() throws {
        let kinds = Array(JournalEntry.Kind.all.prefix(5))
        let length = {
            let disk = SmallDisk()
            let journal = disk.journal()
            for kind in kinds { try? journal.append(journal.entry(kind)) }
            return disk.bytes.count
        }()
        for room in 0..<length {
            let disk = SmallDisk(room: room)
            let journal = disk.journal()
            var failures = 0
            for kind in kinds {
                do { try journal.append(journal.entry(kind)) } catch { failures += 1 }
            }
            #expect(failures > 0)
            #expect(journal.unsaved.count == failures)
            disk.makeRoom()
            try journal.record(.opened(lesson: "after"))
            #expect(JournalReading(disk.bytes).entries.map(\.kind) == kinds + [.opened(lesson: "after")])
        }
    }

    @Test func entryThatIsWrittenTwiceCountsOnce() throws {
        let disk = SmallDisk(failingSyncs: 1)
        let journal = disk.journal()
        #expect(throws: JournalError.self) { try journal.record(.opened(lesson: "gather")) }
        try journal.saveUnsaved()
        #expect(disk.bytes.count { $0 == UInt8(ascii: "\n") } == 2)
        #expect(JournalReading(disk.bytes).entries == [journal.reading.entries, [journal.entryOne]].flatMap { $0 })
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
    func systemsFullDeviceIsAFullDisk() throws {
        let journal = Journal(
            file: try AppendOnlyFile(path: "/dev/full"),
            path: "/dev/full",
            reading: .empty,
            session: "s",
            lock: nil,
            now: { .fixed }
        )
        #expect(throws: JournalError.cannotWrite(path: "/dev/full", unsaved: 1, SystemError(code: ENOSPC))) {
            try journal.record(.opened(lesson: "gather"))
        }
    }

    @Test(arguments: ["/dev/zero", "/dev/null"])
    func deviceInPlaceOfTheJournalIsRefused(device: String) throws {
        let folder = ScratchFolder()
        try folder.write([], to: "\(folder.path)/other")
        try FileManager.default.createSymbolicLink(atPath: folder.journal, withDestinationPath: device)
        #expect(throws: JournalError.notAFile(path: folder.journal)) { try folder.open() }
        #expect(throws: JournalError.notAFile(path: folder.journal)) { try Journal.read(folder: folder.path) }
    }

    @Test func folderInPlaceOfTheJournalIsRefused() throws {
        let folder = ScratchFolder()
        try FileManager.default.createDirectory(atPath: folder.journal, withIntermediateDirectories: true)
        #expect(throws: JournalError.cannotOpen(path: folder.journal, SystemError(code: EISDIR))) { try folder.open() }
    }

    @Test func fileInPlaceOfTheFolderIsRefused() throws {
        let folder = ScratchFolder()
        try folder.write([], to: "\(folder.path)/file")
        let path = "\(folder.path)/file/async-tutor"
        #expect(throws: JournalError.noFolder(path: path, SystemError(code: ENOTDIR))) {
            try Journal.open(folder: path, session: "s", now: { .fixed })
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func folderWithoutPermissionIsRefused() throws {
        let folder = ScratchFolder()
        try folder.write([], to: "\(folder.path)/file")
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
        #expect(
            throws: JournalError.cannotOpen(path: "\(folder.path)/journal.lock", SystemError(code: EACCES))
        ) { try folder.open() }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "this system has no /proc"))
    func folderThatCannotBeMadeIsRefused() {
        #expect(throws: JournalError.noFolder(path: "/proc/self/async-tutor", SystemError(code: ENOENT))) {
            try Journal.open(folder: "/proc/self/async-tutor", session: "s", now: { .fixed })
        }
    }

    @Test func journalThatIsRemovedWhileOpenIsTold() throws {
        let folder = ScratchFolder()
        let journal = try folder.open()
        try FileManager.default.removeItem(atPath: folder.journal)
        #expect(
            throws: JournalError.cannotWrite(path: folder.journal, unsaved: 1, SystemError(code: ENOENT))
        ) { try journal.record(.opened(lesson: "gather")) }
    }

    @Test func readingWhereThereIsNoJournalIsEmptyAndMakesNothing() throws {
        let folder = ScratchFolder()
        #expect(try Journal.read(folder: folder.path) == .empty)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test func foldersAboveAreMadeForTheLearnerAlone() throws {
        let folder = ScratchFolder()
        let path = "\(folder.path)/share/async-tutor/"
        _ = try Journal.open(folder: path, session: "s", now: { .fixed })
        for (name, mode) in [("", 0o700), ("journal.jsonl", 0o600), ("journal.lock", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode)
        }
    }

    @Test func notSavingKeepsEntriesInMemory() throws {
        let journal = Journal.notSaving(session: "s", now: { .fixed })
        try journal.record(.opened(lesson: "gather"), .at("gather-order"))
        #expect(journal.unsaved.map(\.kind) == [.opened(lesson: "gather"), .at("gather-order")])
        #expect(journal.path == nil)
    }
}

extension Journal {
    /// The first entry of a test's session, as it was stamped.
    fileprivate var entryOne: JournalEntry {
        JournalEntry(number: 1, time: .fixed, session: session, kind: .opened(lesson: "gather"))
    }
}

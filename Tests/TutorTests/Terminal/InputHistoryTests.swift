import Foundation
import Testing
import TutorKit

struct InputHistoryTests {
    @Test func entriesAreKeptWithTheirNewlinesAndReadableByTheOwnerOnly() throws {
        try inFolder { folder in
            let path = folder + "/new/state/history"
            var history = InputHistory(path: path)
            #expect(history.warning == nil)
            let lines = ["open gather", "let a = 1\nlet b = \"\\n\"\r", "日本", #"\"#]
            #expect(lines.map { history.append($0) } == [true, true, true, true])
            #expect(InputHistory(path: path).entries == lines)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func blankLinesAndRepetitionsAreNotKept() {
        var history = InputHistory(path: nil)
        #expect(["a", "a", "", " \t", "b", "a"].map { history.append($0) } == [true, false, false, false, true, true])
        #expect(history.entries == ["a", "b", "a"])
    }

    @Test func theOldestEntriesGoFirstAndALongFileIsShortened() throws {
        try inFolder { folder in
            let path = folder + "/history"
            try Data((1...11).map { "line \($0)\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
            var history = InputHistory(path: path, limit: 5)
            #expect(history.entries == (7...11).map { "line \($0)" })
            history.append("line 12")
            #expect(history.entries == (8...12).map { "line \($0)" })
            #expect(InputHistory(path: path, limit: 100).entries == (7...12).map { "line \($0)" })
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history"])
        }
    }

    @Test func twoTutorsAtOnceLoseNothing() throws {
        try inFolder { folder in
            let path = folder + "/history"
            var (one, two) = (InputHistory(path: path), InputHistory(path: path))
            one.append("from one")
            two.append("from two")
            one.append("from one again")
            #expect(InputHistory(path: path).entries == ["from one", "from two", "from one again"])
        }
    }

    @Test func aFileThatCannotBeWrittenIsSaidAndDoneWithout() throws {
        try inFolder { folder in
            var history = InputHistory(path: folder)
            #expect(
                history.warning
                    == "\(folder): input history is not kept (Is a directory); make the file writable to keep it"
            )
            history.append("a")
            #expect(history.entries == ["a"])
        }
    }

    @Test func bytesThatAreNotTextDoNoHarm() throws {
        try inFolder { folder in
            let path = folder + "/history"
            try Data([0xFF, 0x00, 0x0A, 0x0A, 0x61, 0x5C]).write(to: URL(fileURLWithPath: path))
            #expect(InputHistory(path: path).entries == ["\u{FFFD}\0", "a"])
        }
    }

    private func inFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder.path)
    }
}

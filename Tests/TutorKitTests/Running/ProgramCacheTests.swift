import Foundation
import Testing

@testable import TutorKit

@Suite struct ProgramCacheTests {
    private func publish(_ text: String, in cache: ProgramCache) throws -> Program? {
        let built = try cache.makeWorkFolder()
        try Fixtures.write(Data(text.utf8), to: "\(built.path)/program", isProgram: true)
        defer { built.remove() }
        return cache.publish(built, Fingerprint { $0.add(text) }, warnings: [])
    }

    private func names(_ cache: ProgramCache) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(cache.folder)/programs")
    }

    @Test func theLongestUnusedGoFirstAndTheLatelyUsedStay() async throws {
        try await Fixtures.withFolder { folder in
            let cache = try ProgramCache(preferred: folder, temporary: folder, maximumBytes: 30)
            for (index, text) in ["0123456789", "1123456789", "2123456789"].enumerated() {
                let path = try #require(try publish(text, in: cache)).executable
                let hoursAgo = Date(timeIntervalSinceNow: Double(index - 3) * 3600)
                let entry = URL(fileURLWithPath: path).deletingLastPathComponent().path
                try FileManager.default.setAttributes([.modificationDate: hoursAgo], ofItemAtPath: entry)
            }
            // Used: the oldest is now among the newest.
            #expect(cache.program(Fingerprint { $0.add("0123456789") }) != nil)
            _ = try publish("3123456789", in: cache)
            #expect(try names(cache).count == 3)
            #expect(cache.program(Fingerprint { $0.add("1123456789") }) == nil)
            #expect(cache.program(Fingerprint { $0.add("0123456789") }) != nil)
        }
    }

    @Test func whatIsPublishedTwiceIsThereOnce() async throws {
        try await Fixtures.withFolder { folder in
            let cache = try ProgramCache(preferred: folder, temporary: folder)
            let first = try publish("same", in: cache)
            let second = try publish("same", in: cache)
            #expect(first == second && first != nil)
            #expect(try names(cache).count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/work").isEmpty)
        }
    }

    @Test func nothingPublishedIsNothingFound() async throws {
        try await Fixtures.withFolder { folder in
            let cache = try ProgramCache(preferred: folder, temporary: folder)
            #expect(cache.program(Fingerprint { $0.add("x") }) == nil)
            let empty = try cache.makeWorkFolder()
            #expect(cache.publish(empty, Fingerprint { $0.add("x") }, warnings: []) == nil)
        }
    }

    @Test func whatKilledCompilationsLeftIsSweptAway() async throws {
        try await Fixtures.withFolder { folder in
            let cache = try ProgramCache(preferred: folder, temporary: folder)
            let (old, new) = (try cache.makeWorkFolder(), try cache.makeWorkFolder())
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: -7200)],
                ofItemAtPath: old.path
            )
            _ = try ProgramCache(preferred: folder, temporary: folder)
            #expect(!FileManager.default.fileExists(atPath: old.path))
            #expect(FileManager.default.fileExists(atPath: new.path))
        }
    }
}

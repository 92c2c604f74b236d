import Foundation
import Testing

@testable import TutorKit

@Suite struct AutolinkEntriesTests {
    #if os(Linux)
        @Test func theKitsObjectsAskForSwift() throws {
            let object = try #require(
                try KitLocation.find(executable: Fixtures.executable).modules.first?.objects.first
            )
            let entries = try #require(AutolinkEntries.read(object))
            #expect(entries.contains("-lswiftCore"))
            #expect(entries.allSatisfy { $0.hasPrefix("-l") })
        }

        @Test func damagedObjectsAreSurvived() throws {
            let path = try #require(try KitLocation.find(executable: Fixtures.executable).modules.first?.objects.first)
            let object = try Data(contentsOf: URL(fileURLWithPath: path))
            let whole = AutolinkEntries.entries(in: object)
            for length in stride(from: 0, to: object.count, by: max(1, object.count / 50)) {
                let entries = AutolinkEntries.entries(in: object.prefix(length))
                #expect(entries == nil || (entries == whole && length > object.count / 2), "\(length) bytes")
            }
            for offset in 6..<64 {
                for byte: UInt8 in [0x00, 0x7F, 0xFF] {
                    var damaged = object
                    damaged[offset] = byte
                    _ = AutolinkEntries.entries(in: damaged)
                }
            }
        }
    #endif

    @Test func whatIsNoObjectHasNoEntries() {
        #expect(AutolinkEntries.entries(in: Data()) == nil)
        #expect(AutolinkEntries.entries(in: Data("#!/bin/sh\n".utf8)) == nil)
        #expect(AutolinkEntries.read("/no/such/object") == nil)
    }
}

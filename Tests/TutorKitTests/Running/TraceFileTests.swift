import ConcurrencyKit
import Foundation
import Testing

@testable import TutorKit

@Suite struct TraceFileTests {
    private let header = #"{"format":"concurrencykit/trace/v1","clock":"virtual"}"#

    private func event(_ seq: Int) -> TraceEvent {
        TraceEvent(seq: seq, time: 10, realTime: 20, task: 1, kind: .resumed)
    }

    private func read(_ text: String, maximumBytes: Int = 32_000_000) async throws -> TraceFile.Recorded {
        try await Fixtures.withFolder { folder in
            let path = "\(folder)/trace.jsonl"
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            return TraceFile(path: path, maximumBytes: maximumBytes).read()
        }
    }

    @Test func eventsAreReadInOrder() async throws {
        let recorded = try await read("\(header)\n\(event(1).jsonLine)\n\(event(2).jsonLine)\n")
        #expect(recorded == TraceFile.Recorded(events: [event(1), event(2)]))
    }

    @Test func aTornLastLineIsNoProblem() async throws {
        let whole = event(2).jsonLine
        #expect(try await read("\(header)\n\(event(1).jsonLine)\n\(whole.dropLast(4))").events == [event(1)])
        #expect(try await read("\(header)\n\(event(1).jsonLine)\n\(whole)").events == [event(1), event(2)])
        #expect(try await read(String(header.dropLast(9))) == TraceFile.Recorded())
        #expect(try await read("") == TraceFile.Recorded())
    }

    @Test func unreadableLinesAreNotedAndTheRestIsKept() async throws {
        let recorded = try await read("\(header)\nnonsense\n\(event(1).jsonLine)\n{\"seq\":9}\n\u{0}\n")
        #expect(recorded.events == [event(1)])
        #expect(recorded.problems == ["line 2 of the trace, and 2 more lines, is no event that this tutor knows"])
    }

    @Test func anotherFormatIsSaid() async throws {
        let recorded = try await read("{\"format\":\"concurrencykit/trace/v9\"}\n\(event(1).jsonLine)\n")
        #expect(recorded.events.isEmpty)
        #expect(recorded.problems == ["the trace does not begin with the format 'concurrencykit/trace/v1'"])
    }

    @Test func aLongTraceIsCut() async throws {
        let text = "\(header)\n\(event(1).jsonLine)\n\(event(2).jsonLine)\n"
        let recorded = try await read(text, maximumBytes: text.utf8.count - 5)
        #expect(recorded.events == [event(1)])
        #expect(recorded.problems.count == 1)
    }

    @Test func noFileIsNoTrace() {
        #expect(TraceFile(path: "/no/such/trace").read() == TraceFile.Recorded())
    }

    @Test func onlyAnOrdinaryFileIsRead() async throws {
        try await Fixtures.withFolder { folder in
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/link", withDestinationPath: "/dev/zero")
            #expect(TraceFile(path: "\(folder)/link").read().problems.count == 1)
            #expect(mkfifo("\(folder)/fifo", 0o600) == 0)
            #expect(TraceFile(path: "\(folder)/fifo").read().problems == ["the trace is no ordinary file"])
            #expect(TraceFile(path: folder).read().problems == ["the trace is no ordinary file"])
        }
    }
}

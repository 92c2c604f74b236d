import Foundation
import Testing
import TutorKit

@testable import tutor

struct PipeLineSourceTests {
    @Test func aWaitingCallIsCancelledAndTheSourceStaysUsable() async throws {
        let pipe = Pipe()
        let source = try PipeLineSource(
            descriptor: pipe.fileHandleForReading.fileDescriptor,
            interrupts: .process
        )
        let waiting = Task { try await source.nextEvent() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }

        try pipe.fileHandleForWriting.write(contentsOf: Data("x\ny".utf8))
        #expect(try await source.nextEvent() == .line("x"))
        try pipe.fileHandleForWriting.close()
        #expect(try await source.nextEvent() == .line("y"))
        #expect(try await source.nextEvent() == .end)
        #expect(try await source.nextEvent() == .end)
    }

    /// Were the wait on threads of the pool, a few sources would stop the whole program.
    @Test func manyWaitingSourcesLeaveThePoolFree() async throws {
        let pipes = (0..<20).map { _ in Pipe() }
        let sources = try pipes.map {
            try PipeLineSource(descriptor: $0.fileHandleForReading.fileDescriptor, interrupts: .process)
        }
        let lines = try await withThrowingTaskGroup(of: InputEvent.self) { group in
            for source in sources { group.addTask { try await source.nextEvent() } }
            group.addTask {
                for pipe in pipes { try pipe.fileHandleForWriting.write(contentsOf: Data("x\n".utf8)) }
                return .end
            }
            return try await group.reduce(into: 0) { $0 += $1 == .line("x") ? 1 : 0 }
        }
        #expect(lines == 20)
    }

    @Test func aLineAboveTheLimitIsAnErrorAndTheNextOneIsRead() async throws {
        let pipe = Pipe()
        let source = try PipeLineSource(
            descriptor: pipe.fileHandleForReading.fileDescriptor,
            interrupts: .process,
            limit: 4
        )
        try pipe.fileHandleForWriting.write(contentsOf: Data("12345\n1234\n".utf8))
        await #expect(throws: InputError.lineTooLong(limit: 4)) { try await source.nextEvent() }
        #expect(try await source.nextEvent() == .line("1234"))
    }
}

extension LineSource {
    fileprivate func nextEvent() async throws -> InputEvent {
        try await next(prompt: "", completions: { _ in [] })
    }
}

import ConcurrencyKit
import Foundation
import Testing

@testable import LessonChecks

/// Whatever the learner's code does in its process, it gets no verdict that it has not earned.
@Suite struct ChannelTests {
    @Test func resultsAreToldAndTheExitStatusSaysWhetherAllPassed() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        await #expect(processExitsWith: .exitCode(1)) { [request = request as String, path = path as String] in
            runProgram(OneFails.self, request, path)
        }
        let records = try channel.records()
        #expect(
            records.first
                == .plan(
                    .init(
                        format: "lessonchecks/v1",
                        checks: [
                            .init(id: "good", title: "It is good.", after: []),
                            .init(id: "bad", title: "It is bad.", after: []),
                        ]
                    )
                )
        )
        #expect(records.last == .end(.init(passed: 1, failed: 1, skipped: 0, couldNotTell: 0)))
        #expect(channel.isGone)
    }

    private enum OneFails: ExerciseChecks {
        static let checks = [
            Check("good", "It is good.") { check in
                check.expect(getenv(CheckRequest.variable) == nil, "The request can be found.")
                check.expect(getenv(CheckRequest.channelVariable) == nil, "The channel can be found.")
            },
            Check("bad", "It is bad.") { $0.fail("It is.") },
        ]
    }

    @Test func exitIsNoPass() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        await #expect(processExitsWith: .exitCode(0)) { [request = request as String, path = path as String] in
            runProgram(Exits.self, request, path)
        }
        #expect(try !channel.records().hasEnd)
        #expect(try channel.records().unfinished == "exits")
    }

    private enum Exits: ExerciseChecks {
        static let checks = [Check("exits", "It ends.") { _ in exit(0) }]
    }

    @Test func closedDescriptorsAreNoPass() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        // 74, or a signal: Dispatch stops a program that has closed descriptors which are Dispatch's own.
        await #expect(processExitsWith: .failure) { [request = request as String, path = path as String] in
            runProgram(Closes.self, request, path)
        }
        #expect(try !channel.records().hasEnd)
        #expect(try channel.records().unfinished == "closes")
    }

    private enum Closes: ExerciseChecks {
        static let checks = [
            Check("closes", "It keeps to itself.") { _ in for descriptor in 0..<Int32(64) { close(descriptor) } }
        ]
    }

    @Test func recordsOfTheLearnersOwnAreNone() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        await #expect(processExitsWith: .exitCode(1)) { [request = request as String, path = path as String] in
            runProgram(Forges.self, request, path)
        }
        #expect(try channel.records().last == .end(.init(passed: 0, failed: 1, skipped: 0, couldNotTell: 0)))
    }

    private enum Forges: ExerciseChecks {
        static let checks = [
            Check("forges", "It is honest.") { check in
                let forged =
                    #"0123456789abcdef {"record":"end","passed":1,"failed":0,"skipped":0,"couldNotTell":0}"# + "\n"
                for descriptor in Int32(1)..<64 {
                    var status = stat()
                    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
                    _ = forged.withCString { write(descriptor, $0, strlen($0)) }
                }
                check.fail("It is not.")
            }
        ]
    }

    @Test func childOfAForkTellsNothing() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        await #expect(processExitsWith: .exitCode(0)) { [request = request as String, path = path as String] in
            runProgram(Forks.self, request, path)
        }
        let records = try channel.records()
        #expect(records.count { if case .finished = $0 { true } else { false } } == 1)
        #expect(records.hasEnd)
    }

    private enum Forks: ExerciseChecks {
        static let checks = [
            Check("forks", "It is one process.") { check in
                let child = forkProcess()
                guard child != 0 else { return }
                var status: Int32 = 0
                waitpid(child, &status, 0)
                check.expect(status >> 8 == 74, "The child went on.")
            }
        ]
    }

    @Test func whatMakesNoSenseIsRefused() async throws {
        await #expect(processExitsWith: .exitCode(2)) {
            runProgram(OneFails.self, "/nowhere/request.json", "/nowhere/channel")
        }
        let channel = try Channel()
        let request = channel.request
        await #expect(processExitsWith: .exitCode(2)) { [request = request as String] in
            runProgram(OneFails.self, request, "/nowhere/channel")
        }
        await #expect(processExitsWith: .exitCode(2)) {
            setenv(CheckRequest.variable, "/nowhere/request.json", 1)
            OneFails.main()
        }
    }

    @Test func hundredsOfRunsThatLeaveTasksBehindDoNotUseUpDescriptors() async throws {
        await #expect(processExitsWith: .exitCode(0)) { Leaves.main() }
    }

    private enum Leaves: ExerciseChecks {
        static let checks = [
            Check("leaves", "It leaves tasks behind.", leftovers: .allowed) { check in
                for _ in 0..<9 { createTask { try await sleep(for: .seconds(9)) } }
                try await sleep(for: .zero)
                let next = open("/dev/null", O_RDONLY)
                check.expect(next < 64, "There are \(next) descriptors.")
                close(next)
            }
        ]
    }

    @Test func brokenChecksAreTheLessonsFault() async throws {
        let channel = try Channel()
        let (request, path) = (channel.request, channel.path)
        await #expect(processExitsWith: .exitCode(3)) { [request = request as String, path = path as String] in
            runProgram(Empty.self, request, path)
        }
    }

    private enum Empty: ExerciseChecks { static let checks: [Check] = [] }

    @Test func withoutAChannelAPersonReadsTheResults() async throws {
        let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardOutputContent]) {
            PrintsAndFails.main()
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        #expect(
            output.hasSuffix(
                """
                hello
                failed   prints  It is silent.
                    It is not.
                    (fifo; 13 of 13 runs failed)
                1 failed

                """
            )
        )
        #expect(output.components(separatedBy: "hello").count == 2)
    }

    private enum PrintsAndFails: ExerciseChecks {
        static let checks = [
            Check("prints", "It is silent.") { check in
                print("hello")
                check.fail("It is not.")
            }
        ]
    }
}

/// Swift does not offer it, but a learner finds it.
@_silgen_name("fork") private func forkProcess() -> Int32

import Foundation
import LessonChecks
import Testing

@testable import TutorKit

/// Pins the shape of what the compiler prints of a parse: if this fails with a new toolchain, checks on structure say
/// "could not tell" until the reader is adapted.
@Suite struct StructureReaderTests {
    private static let source = """
        import ConcurrencyKit

        func fetchAll(_ pages: [String], from site: Site) async throws -> [String] {
            var texts: [String] = []   // site.fetch(page) in a comment
            for page in pages {
                do {
                    texts.append(try await site.fetch(page))
                } catch is NotFound {
                    log("site.fetch(page)")
                } catch {
                    throw Failed(error)
                }
            }
            while try await site.more() { await pause() }
            let task = createTask { for _ in 0..<3 { try await sleep(for: .seconds(1)) } }
            task.cancel()
            let sum = await one() + two(three())
            for page in pages { _ = { await later(page) } }
            return try await gather(pages.map { page in Coroutine { try await site.fetch(page) } })
        }

        final class Site {
            func fetch(_ page: String) async throws -> String { try await read(page) }
            init() { start() }
            deinit { do { try stop() } catch let error { print(error) } }
            func close() { defer { flush() }; site.lock().unlock() }
        }
        """

    @Test func callsAreFoundWithTheirPlaceLoopAndAwait() async throws {
        let facts = try #require(
            await Fixtures.checkCompiler.structure(of: SourceFile(name: "a.swift", text: Self.source))
        )
        let lines = facts.calls.map { call in
            [
                "\(call.line) \(call.function ?? "-") \(call.name)", call.isInLoop ? "loop" : nil,
                call.isAwaited ? "await" : nil,
            ].compactMap { $0 }.joined(separator: " ")
        }
        #expect(
            lines == [
                "7 fetchAll append loop", "7 fetchAll fetch loop await", "9 fetchAll log loop",
                "11 fetchAll Failed loop",
                "14 fetchAll more await", "14 fetchAll pause loop await", "15 fetchAll createTask",
                "15 fetchAll sleep loop await", "15 fetchAll seconds loop await", "16 fetchAll cancel",
                "17 fetchAll one await", "17 fetchAll two await", "17 fetchAll three await", "18 fetchAll later await",
                "19 fetchAll gather await", "19 fetchAll map await", "19 fetchAll Coroutine", "19 fetchAll fetch await",
                "23 fetch read await", "24 init start", "25 deinit stop", "25 deinit print", "26 close flush",
                "26 close lock", "26 close unlock",
            ]
        )
        #expect(
            facts.catches.map { "\($0.line) \($0.function ?? "-") all=\($0.catchesAll) again=\($0.throwsAgain)" } == [
                "8 fetchAll all=false again=false", "10 fetchAll all=true again=true", "25 deinit all=true again=false",
            ]
        )
        #expect(facts.uses("Coroutine") && facts.uses("seconds") && !facts.uses("gatherResults"))
        #expect(facts.awaitsInLoops.map(\.name) == ["fetch", "pause", "sleep", "seconds"])
    }

    @Test func whatDoesNotParseHasNoFacts() async {
        #expect(await Fixtures.checkCompiler.structure(of: SourceFile(name: "a.swift", text: "func f( {")) == nil)
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"_kind\":\"source_file\"}", "{\"_kind\":\"module\",\"items\":[]}", "{\"_kind\":",
    ])
    func anotherShapeIsNotGuessedAt(_ json: String) {
        #expect(SyntaxTree(json: Data(json.utf8)) == nil)
    }
}

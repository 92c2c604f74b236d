import Foundation
import Testing

@testable import TutorKit

/// The session as a file.
@Suite final class SessionLogTests {
    private let home = FileManager.default.temporaryDirectory.appendingPathComponent("log-\(UUID().uuidString)").path
    private var path: String { "\(home)/session.md" }

    init() throws { try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

    private func log() -> SessionLog {
        let log = SessionLog()
        log.shown("Welcome\n")
        log.typed("run", prompt: "tutor> ")
        log.shown("\u{1B}[1;32mone\u{1B}[0m\n")
        log.typed("transcript session.md", prompt: "tutor> ")
        return log
    }

    @Test func whatWasAndWhatComesIsMarkdown() throws {
        let log = log()
        #expect(log.keep(in: path, at: Date(timeIntervalSince1970: 0)) == .success(nil))
        log.shown("kept\n")
        log.typed("try \"```\"", prompt: "tutor> ")
        log.shown("```\n")
        log.close()
        #expect(
            text(path) == """
                # Async Tutor, 1970-01-01

                ```console
                Welcome
                ```

                ```console
                tutor> run
                one
                ```

                ```console
                tutor> transcript session.md
                kept
                ```

                ````console
                tutor> try "```"
                ```
                ````

                """
        )
    }

    @Test func whatIsSoFarIsOnTheDiskBeforeTheEnd() {
        let log = log()
        _ = log.keep(in: path, at: Date(timeIntervalSince1970: 0))
        log.typed("hint", prompt: "> ")
        #expect(text(path)?.contains("transcript session.md") == true)
    }

    @Test func aFileThatIsThereIsKeptBesideTheNewOne() throws {
        try "precious".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(log().keep(in: path, at: Date(timeIntervalSince1970: 0)) == .success("\(home)/session.1.md"))
        #expect(text("\(home)/session.1.md") == "precious")
        #expect(log().keep(in: path, at: Date(timeIntervalSince1970: 0)) == .success("\(home)/session.2.md"))
    }

    @Test func aPlaceThatCannotBeWrittenIsSaid() {
        guard case .failure(let folder) = log().keep(in: home, at: Date()) else { return #expect(Bool(false)) }
        #expect(folder.description == "\(home): this is a folder; name a file in it")
        guard case .failure(let nowhere) = log().keep(in: "\(home)/no/file", at: Date()) else {
            return #expect(Bool(false))
        }
        #expect(
            nowhere.description == "\(home)/no/file: cannot be written (No such file or directory); name another file"
        )
    }
}

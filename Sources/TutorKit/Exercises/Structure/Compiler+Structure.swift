import Foundation
import LessonChecks

extension Compiler {
    /// What the text of a source says of its structure; nil if it cannot be parsed, or not here.
    func structure(of source: SourceFile) async -> SourceFacts? {
        guard case .success(let setup) = await findSetup() else { return nil }
        let frontend = setup.toolchain.frontend
        guard FileManager.default.isExecutableFile(atPath: frontend), let work = try? setup.cache.makeWorkFolder()
        else {
            return nil
        }
        defer { work.remove() }
        let file = "\(work.path)/source.swift"
        guard (try? Data(source.text.utf8).write(to: URL(fileURLWithPath: file))) != nil else { return nil }
        var limits = ResourceLimits.compiler
        limits.wallTime = .seconds(10)
        limits.outputBytes = 32_000_000
        let run = await ChildProcess(
            command: [
                frontend, "-frontend", "-dump-parse", "-dump-ast-format", "json", "-parse-as-library", "-swift-version",
                "6",
                file,
            ],
            environment: setup.environment.merging(["TMPDIR": work.path]) { $1 },
            workingFolder: work.path,
            limits: limits
        ).run()
        // Whatever was wrong with the source, the compilation beside this has said so.
        guard run.end == .exited(0), let tree = SyntaxTree(json: Data(run.output.utf8)) else { return nil }
        return StructureReader.facts(tree, of: source.text)
    }
}

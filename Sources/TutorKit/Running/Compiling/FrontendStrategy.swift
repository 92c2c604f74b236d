import Foundation

/// The fast way: the compiler's own frontend, then the linker, in about a third of the time that `swiftc` takes.
///
/// The frontend's flags are no stable interface, so whatever goes wrong here other than an error in the source is a
/// reason to let ``DriverStrategy`` try. Linux only: elsewhere it says at once that it does not work.
struct FrontendStrategy: CompileStrategy {
    let name = "frontend/v1"

    func compile(_ request: CompileRequest) async -> CompileOutcome {
        let toolchain = request.toolchain
        let needed = [toolchain.frontend, toolchain.clang, toolchain.linker, toolchain.startupObject]
        guard toolchain.platform == "linux" else { return .broke("the frontend is used on Linux only") }
        if let missing = needed.first(where: { !FileManager.default.fileExists(atPath: $0) }) {
            return .broke("\(missing) is missing from the toolchain")
        }
        let object = "\(request.work)/program.o"
        let compiled = CompileOutcome(await request.run(frontend(request, object)), request.layout)
        guard case .built = compiled else { return compiled }
        guard let link = linker(request, object) else { return .broke("\(object) is no object file that can be read") }
        switch CompileOutcome(await request.run(link), request.layout) {
        case .built: return compiled
        case let failed: return failed
        }
    }

    private func frontend(_ request: CompileRequest, _ object: String) -> [String] {
        let toolchain = request.toolchain
        return [toolchain.frontend, "-frontend", "-c"] + request.layout.files.map(\.diskName)
            + (request.layout.isLibrary ? ["-parse-as-library"] : []) + CompileRequest.languageFlags
            + [
                "-target", toolchain.triple, "-disable-objc-interop", "-debug-diagnostic-names",
                "-I", request.modules, "-module-cache-path", request.moduleCache,
                "-in-process-plugin-server-path", toolchain.pluginServer, "-plugin-path", toolchain.pluginFolder,
                "-o", object,
            ]
    }

    private func linker(_ request: CompileRequest, _ object: String) -> [String]? {
        let toolchain = request.toolchain
        guard let own = AutolinkEntries.read(object), let kits = request.kit.libraries(for: request.layout) else {
            return nil
        }
        let libraries = own + kits.filter { !own.contains($0) }
        let objects = request.kit.objects(for: request.layout)
        return [
            toolchain.clang, "--target=\(toolchain.triple)", "-fuse-ld=lld", "-pie", "-Xlinker", "--threads=1",
            "-Xlinker", "-rpath", "-Xlinker", toolchain.libraryFolder, toolchain.startupObject, object,
        ] + objects + ["-L", toolchain.libraryFolder] + libraries
            // The kit's debug information is two thirds of a program, and nothing here reads it.
            + ["-lswiftCore", "-Xlinker", "--strip-all", "-o", request.program]
    }
}

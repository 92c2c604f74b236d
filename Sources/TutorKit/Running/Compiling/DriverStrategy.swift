/// The slow way that works everywhere: plain `swiftc`.
struct DriverStrategy: CompileStrategy {
    let name = "driver/v1"

    func compile(_ request: CompileRequest) async -> CompileOutcome {
        let command =
            [request.toolchain.compiler] + request.layout.files.map(\.diskName)
            + (request.layout.isLibrary ? ["-parse-as-library"] : []) + CompileRequest.languageFlags
            + [
                "-Xfrontend", "-debug-diagnostic-names", "-I", request.modules,
                "-module-cache-path", request.moduleCache,
            ] + request.kit.objects(for: request.layout) + ["-o", request.program]
        return CompileOutcome(await request.run(command), request.layout)
    }
}

/// What has to be there before anything can be compiled.
struct CompilerSetup: Sendable {
    let cache: ProgramCache
    let toolchain: Toolchain
    let kit: KitLocation
    /// What the compiler sees of the environment.
    let environment: [String: String]

    /// Where to look.
    struct Machine: Sendable {
        let environment: [String: String]
        let executable: String
        let cacheFolder: String
        let temporaryFolder: String
        let modules: [String]
    }

    static func find(on machine: Machine) async -> Result<CompilerSetup, CompileFailure.Cause> {
        let cache: ProgramCache
        do {
            cache = try ProgramCache(preferred: machine.cacheFolder, temporary: machine.temporaryFolder)
        } catch {
            return .failure(.noFolder(error.description))
        }
        let finder = ToolchainFinder(environment: machine.environment, memory: cache.toolchainMemory)
        let cause: CompileFailure.Cause
        do {
            let toolchain = try await finder.find()
            do {
                let kit = try KitLocation.find(executable: machine.executable, modules: machine.modules)
                return .success(
                    CompilerSetup(cache: cache, toolchain: toolchain, kit: kit, environment: finder.compilerEnvironment)
                )
            } catch {
                cause = .noKit(error)
            }
        } catch {
            cause = .noToolchain(error)
        }
        cache.removeIfTemporary()
        return .failure(cause)
    }
}

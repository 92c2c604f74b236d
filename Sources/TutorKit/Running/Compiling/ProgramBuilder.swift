import Foundation

/// Gets one program: from the cache, or by the first strategy that works.
struct ProgramBuilder: Sendable {
    let strategies: [any CompileStrategy]
    let limits: ResourceLimits

    struct Built {
        let result: Result<Program, CompileFailure>
        /// The index of the strategy that the result comes from.
        var strategy = 0
        /// Holds the program, if it could not be put into the cache.
        var leftBehind: TemporaryFolder?
    }

    /// - Parameter first: The index of the first strategy to try.
    func build(_ layout: SourceLayout, _ setup: CompilerSetup, from first: Int) async -> Built {
        var failure = "there is no way to compile"
        for index in strategies.indices.dropFirst(first) {
            let key = key(layout, setup, strategies[index])
            if let program = setup.cache.program(key) { return Built(result: .success(program), strategy: index) }
            let work: TemporaryFolder
            do { work = try setup.cache.makeWorkFolder() } catch {
                return Built(result: .failure(.couldNotTell(.noFolder("\(error)"))))
            }
            let request: CompileRequest
            do { request = try self.request(layout, setup, work) } catch {
                work.remove()
                let reason = "\(work.path): cannot be written (\(SystemError.words(of: error))); make room"
                return Built(result: .failure(.couldNotTell(.noFolder(reason))))
            }
            let outcome = await strategies[index].compile(request)
            if case .built(let warnings) = outcome {
                let entry = TemporaryFolder(path: request.entry)
                if let program = setup.cache.publish(entry, key, warnings: warnings) {
                    work.remove()
                    return Built(result: .success(program), strategy: index)
                }
                // It can be run from where it was made for as long as the tutor runs.
                let program = Program(executable: request.program, warnings: warnings)
                return Built(result: .success(program), strategy: index, leftBehind: work)
            }
            work.remove()
            switch outcome {
            case .rejected(let diagnostics): return Built(result: .failure(.rejected(diagnostics)), strategy: index)
            case .limit(let end): return Built(result: .failure(.couldNotTell(.limit(end))))
            case .cancelled: return Built(result: .failure(.cancelled))
            case .broke(let text): failure = text
            case .built: break
            }
        }
        return Built(result: .failure(.couldNotTell(.compilerFailed(failure))))
    }

    private func key(_ layout: SourceLayout, _ setup: CompilerSetup, _ strategy: any CompileStrategy) -> Fingerprint {
        Fingerprint { key in
            key.add("program/v1")
            key.add(strategy.name)
            key.add(CompileRequest.languageFlags.joined(separator: " "))
            key.add(setup.toolchain.version)
            key.add(setup.toolchain.compiler)
            key.add(stampOf: setup.toolchain.frontend)
            key.add(setup.kit.fingerprint)
            key.add(layout.isLibrary ? "library" : "script")
            for file in layout.files {
                key.add(file.diskName)
                key.add(file.source.name)
                key.add(file.source.text)
            }
        }
    }

    /// Puts the sources, and the interfaces that they may import and no others, into the work folder.
    private func request(
        _ layout: SourceLayout,
        _ setup: CompilerSetup,
        _ work: TemporaryFolder
    ) throws -> CompileRequest {
        let request = CompileRequest(
            layout: layout,
            toolchain: setup.toolchain,
            kit: setup.kit,
            work: work.path,
            moduleCache: setup.cache.moduleCache,
            environment: setup.environment,
            limits: limits
        )
        let files = FileManager.default
        for folder in [request.sources, request.modules, request.entry] {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        for file in layout.files {
            try Data(file.source.text.utf8).write(to: URL(fileURLWithPath: "\(request.sources)/\(file.diskName)"))
        }
        for module in setup.kit.modules {
            try files.createSymbolicLink(
                atPath: "\(request.modules)/\(module.name).swiftmodule",
                withDestinationPath: module.interface
            )
        }
        return request
    }
}

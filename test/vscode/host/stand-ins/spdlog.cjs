'use strict';
// Stands in for VS Code's compiled logger, so that installing the test host needs no C++ compiler.
// It keeps the one thing the tests want of it: log files on disk.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

function createLogger(_name, file) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    let lowest = 0;
    const logger = {
        setLevel: (level) => {
            lowest = level;
        },
        setPattern: () => {},
        clearFormatters: () => {},
        flush: () => {},
        drop: () => {},
    };
    LEVELS.forEach((name, level) => {
        logger[name] = (message) => {
            if (level >= lowest) fs.appendFileSync(file, `${new Date().toISOString()} [${name}] ${message}\n`);
        };
    });
    return Promise.resolve(logger);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;

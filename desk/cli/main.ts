import { runCommand } from './run-command';

void runCommand(process.argv.slice(2)).then(({ exitCode, output, error }) => {
  if (output !== '') console.log(output);
  if (error !== '') console.error(error);
  process.exitCode = exitCode;
});

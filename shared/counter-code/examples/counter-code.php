<?php
declare(strict_types=1);

/** The code to show $elapsed whole seconds after the session was opened. */
function counterCode(array $s, int $elapsed): string {
    $secret = base64_decode(strtr($s['secret'], '-_', '+/') . '=', true);
    $fields = ['liangzheng counter code', '1', $s['token'], (string) $elapsed,
        $s['rpId'], $s['counterId'], $s['scene'], $s['purpose']];
    $message = '';
    foreach ($fields as $field) {
        $message .= pack('N', strlen($field)) . $field;
    }
    $mac = substr(hash_hmac('sha256', $message, $secret, true), 0, 16);
    $signed = rtrim(strtr(base64_encode($mac), '+/', '-_'), '=');
    return "{$s['codeBaseUrl']}/q/1.{$s['token']}.{$elapsed}.{$signed}";
}

$names = ['codeBaseUrl', 'token', 'secret', 'rpId', 'counterId', 'scene', 'purpose'];
echo counterCode(array_combine($names, array_slice($argv, 1, 7)), (int) $argv[8]), "\n";

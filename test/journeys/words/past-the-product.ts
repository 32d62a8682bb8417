import { TableClient, AzureNamedKeyCredential, type TableEntityResult } from '@azure/data-tables';
import { azuriteAccount } from '../../tenant/local/start-azurite.ts';

type Row = TableEntityResult<Record<string, unknown>>;

/** Somebody with rights on the storage account who writes past the product: the rows of one concern. */
export interface PastTheProduct {
  row(key: string): Promise<Row>;
  put(row: Row): Promise<void>;
  takeAway(key: string): Promise<void>;
  lastEvent(): Promise<string>;
}

export function pastTheProduct(tablesUrl: string, ref: string): PastTheProduct {
  const table = new TableClient(tablesUrl, 'grvconcerns', new AzureNamedKeyCredential(azuriteAccount.name, azuriteAccount.key), { allowInsecureConnection: true });
  return {
    row: (key) => table.getEntity(ref, key),
    put: async ({ partitionKey = ref, rowKey = '', ...values }) => {
      const { etag: _etag, timestamp: _timestamp, ...rest } = values;
      await table.upsertEntity({ partitionKey, rowKey, ...rest }, 'Replace');
    },
    takeAway: async (key) => { await table.deleteEntity(ref, key); },
    lastEvent: async () => {
      const keys: string[] = [];
      for await (const { rowKey = '' } of table.listEntities({ queryOptions: { filter: `PartitionKey eq '${ref}' and RowKey ge 'e-' and RowKey lt 'f'`, select: ['RowKey', 'PartitionKey'] } })) keys.push(rowKey);
      return keys.sort().at(-1) ?? '';
    },
  };
}
